import type { Messages } from '../en'

export const licensing: Messages['licensing'] = {}
