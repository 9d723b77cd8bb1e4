import { CryptoError, type CryptoObject, type Refusal, refusalOf } from './error'
import type { SymmetricKey } from './symmetric'

/** A key that was wrapped for somebody, and whose it is. */
export interface WrappedKey {
  id: string
  key: string
}

interface Kept {
  wrapped: string
  key: SymmetricKey
}

/** Keys people share, by the id of the organization or provider they belong to. */
export class SharedKeys {
  readonly #kept = new Map<string, Kept>()
  #turn: Promise<unknown> = Promise.resolve()
  #wipes = 0

  constructor(private readonly object: CryptoObject) {}

  /** @throws CryptoError `noKey` */
  get(id: string): SymmetricKey {
    const kept = this.#kept.get(id)
    if (!kept) throw new CryptoError('noKey', this.object, id)
    return kept.key
  }

  /**
   * Holds these keys and no others. One that does not open is left out and told of, so that the rest
   * goes on; one that is held already stays as it is, so that what uses it just now can finish.
   */
  replace<T extends WrappedKey>(
    wrapped: readonly T[],
    unwrap: (one: T) => Promise<SymmetricKey>,
  ): Promise<Refusal[]> {
    const wipes = this.#wipes
    // one after the other: two at once would wipe each other's keys
    const turn = this.#turn.then(() => this.#replace(wrapped, unwrap, wipes))
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #replace<T extends WrappedKey>(
    wrapped: readonly T[],
    unwrap: (one: T) => Promise<SymmetricKey>,
    wipes: number,
  ): Promise<Refusal[]> {
    const next = new Map<string, Kept>()
    const refusals: Refusal[] = []
    const open = async (one: T): Promise<void> => {
      const kept = this.#kept.get(one.id)
      if (kept?.wrapped === one.key) next.set(one.id, kept)
      else
        await unwrap(one).then(
          (key) => next.set(one.id, { wrapped: one.key, key }),
          (cause) => refusals.push(refusalOf(cause)),
        )
    }
    await Promise.all(wrapped.map(open))
    if (wipes !== this.#wipes) {
      for (const { key } of next.values()) key.wipe()
      throw new CryptoError('locked', this.object)
    }
    for (const [id, { key }] of this.#kept) if (next.get(id)?.key !== key) key.wipe()
    this.#kept.clear()
    for (const [id, kept] of next) this.#kept.set(id, kept)
    return refusals
  }

  wipe(): void {
    this.#wipes += 1
    for (const { key } of this.#kept.values()) key.wipe()
    this.#kept.clear()
  }
}
