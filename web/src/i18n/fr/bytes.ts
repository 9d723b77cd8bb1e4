import { bytesIn } from '../bytes'

export const bytes = bytesIn('fr')
