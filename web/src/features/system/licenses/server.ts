import type { Tone } from '../../../ui'

/** Where a server that holds a licence stands with the organization's owners. */
export const STATES = ['approved', 'waiting', 'refused'] as const
export type ServerState = (typeof STATES)[number]

export const TONES: Record<ServerState, Tone> = {
  approved: 'ok',
  waiting: 'waiting',
  refused: 'neutral',
}

export const serverState = (row: { approved: boolean; refused: boolean }): ServerState =>
  row.refused ? 'refused' : row.approved ? 'approved' : 'waiting'
