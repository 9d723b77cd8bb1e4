import type { Messages } from '../en'

export const members: Messages['members'] = {}
