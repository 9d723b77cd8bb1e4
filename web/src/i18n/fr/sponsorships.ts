import type { Messages } from '../en'

export const sponsorships: Messages['sponsorships'] = {}
