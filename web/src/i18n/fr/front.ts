import type { Messages } from '../en'

export const front: Messages['front'] = {}
