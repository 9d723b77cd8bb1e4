import type { Messages } from '../en'

export const organizations: Messages['organizations'] = {}
