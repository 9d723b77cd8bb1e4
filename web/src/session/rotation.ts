import { ApiError, answer, api } from '../api'
import { CryptoError, crypto, type OwnItem, type Rotation } from '../crypto'
import { text } from '../i18n'
import { kept } from './kept'
import { leaveEverywhere } from './lock'
import { account } from './password'
import type { Sync } from './queries'

/** How far a rotation has got: everything read, encrypted anew, and kept by the server. */
export type RotationStep = 'read' | 'encrypted' | 'kept'

/** Something of the person's own that no key opens. */
export interface Unreadable {
  id: string
  kind: 'item' | 'folder'
  isTrashed: boolean
  revisionDate: string
}

/** Why a rotation stopped: it would lose these for good. Nothing changed. */
export class UnreadableError extends Error {
  constructor(readonly lost: readonly Unreadable[]) {
    super('unreadable')
    this.name = 'UnreadableError'
  }
}

/** The request may have been taken: its answer was lost. */
export class UncertainError extends Error {
  constructor() {
    super('uncertain')
    this.name = 'UncertainError'
  }
}

interface Order {
  /** Proved before. */
  password: string
  hint: string | null
  /** The organizations that may recover the account, with keys the person looked at. */
  recoveries: Rotation['recoveries']
}

interface Desk {
  signal: AbortSignal
  onStep: (step: RotationStep, all: Everything) => void
}

/** What the person alone has on the server, as encrypted as it comes. */
export interface Everything {
  ciphers: Sync['ciphers']
  folders: Sync['folders']
}

/** How often it is begun anew because something changed meanwhile. */
const TRIES = 3
/** What the server says of a request made from what was there a moment before. */
const CHANGED: readonly (string | null)[] = [
  'item_out_of_date',
  'items_incomplete',
  'folders_incomplete',
  'devices_incomplete',
]
const CONFIRMED = 2

/**
 * Gives the account another key, with everything the old one reached; all of it or nothing. It ends
 * every session, this one too.
 *
 * @throws UnreadableError, UncertainError, CryptoError, ApiError
 */
export async function rotateKey(order: Order, { signal, onStep }: Desk): Promise<void> {
  const { id } = account()
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await revision(signal)
    const { all, body } = await encrypted(order, { signal, onStep })
    signal.throwIfAborted()
    if ((await revision(signal)) !== before) continue
    if (!(await isKept(body))) continue
    onStep('kept', all)
    return leaveEverywhere(id, 'keyRotated')
  }
  throw new ApiError(409, text().session.keepsChanging)
}

/** The request, from what the server has now. */
async function encrypted({ password, hint, recoveries }: Order, { signal, onStep }: Desk) {
  const { email, kdf } = account()
  const query = { excludeDomains: 'true' }
  const [sync, devices] = await Promise.all([
    answer(api.GET('/api/sync', { params: { query }, signal })),
    answer(api.GET('/api/devices', { signal })),
  ])
  const all = { ciphers: sync.ciphers.filter(isOwn), folders: sync.folders }
  onStep('read', all)
  const enrolled = sync.profile.organizations.filter(
    ({ status, resetPasswordEnrolled }) => status === CONFIRMED && resetPasswordEnrolled,
  )
  // the server refuses those that were changed since
  const known = all.ciphers.map((one) => ({ ...one, lastKnownRevisionDate: one.revisionDate }))
  const ciphers = asItems(known)
  const folders = asItems(all.folders)
  const body = await crypto
    .rotateUserKey({
      email,
      password,
      kdf,
      hint,
      wrappedPrivateKey: kept()?.wrapped.wrappedPrivateKey ?? '',
      ciphers,
      folders,
      // neither exists on this server yet
      sends: [],
      contacts: [],
      recoveries: recoveries.filter(({ organizationId }) =>
        enrolled.some(({ id }) => id === organizationId),
      ),
      devices: devices.data.flatMap(({ id, encryptedPublicKey, isTrusted }) =>
        isTrusted && encryptedPublicKey ? [{ id, encryptedPublicKey }] : [],
      ),
    })
    .catch(async (cause: unknown) => {
      if (!(cause instanceof CryptoError) || cause.reason === 'locked') throw cause
      const lost = new Set(await crypto.unreadable([...ciphers, ...folders]))
      throw lost.size === 0 ? cause : new UnreadableError(named(lost, all))
    })
  onStep('encrypted', all)
  return { all, body }
}

/** Whether the server keeps it; not when something changed after all. */
async function isKept(body: object): Promise<boolean> {
  const path = '/api/accounts/key-management/rotate-user-account-keys'
  try {
    // items go back as they came: the worker knows no more of them than what is encrypted
    await answer(api.POST(path, { body: body as never }))
    return true
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause
    if (CHANGED.includes(cause.code)) return false
    // whatever is not the server's own refusal leaves open what it did
    throw cause.isUnreachable || cause.status >= 500 ? new UncertainError() : cause
  }
}

const revision = (signal: AbortSignal): Promise<unknown> =>
  answer(api.GET('/api/accounts/revision-date', { signal }))

const isOwn = ({ organizationId }: Sync['ciphers'][number]): boolean => !organizationId

/** They go back as they came, but for what is encrypted; and say which change of theirs was read. */
const asItems = (all: readonly (object & { id: string; revisionDate: string })[]): OwnItem[] =>
  all.map((one) => ({ ...one, lastKnownRevisionDate: one.revisionDate })) as OwnItem[]

function named(lost: ReadonlySet<string>, { ciphers, folders }: Everything): Unreadable[] {
  return [
    ...ciphers.map(({ id, deletedDate, revisionDate }) => ({
      id,
      kind: 'item' as const,
      isTrashed: deletedDate != null,
      revisionDate,
    })),
    ...folders.map(({ id, revisionDate }) => ({
      id,
      kind: 'folder' as const,
      isTrashed: false,
      revisionDate,
    })),
  ].filter(({ id }) => lost.has(id))
}
