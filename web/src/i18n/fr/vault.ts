import type { Messages } from '../en'

export const vault: Messages['vault'] = {}
