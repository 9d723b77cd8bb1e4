import { CryptoError, type Refusal, refusalOf } from './error'
import type { Operations } from './operations'

/** The operations as the page has them. */
export type Remote = Operations

export interface Call {
  id: number
  operation: keyof Operations
  args: unknown[]
}

export type Answer = { id: number; value: unknown } | { id: number; refusal: Refusal }

/** Does a call, and says how it went in a form that can travel. */
export async function perform(all: Operations, { id, operation, args }: Call): Promise<Answer> {
  try {
    const run = all[operation] as (...args: unknown[]) => Promise<unknown>
    return { id, value: await run(...args) }
  } catch (cause) {
    return { id, refusal: refusalOf(cause) }
  }
}

/** Brings calls to where the keys are. */
export type Transport = (call: Call) => Promise<Answer>

/** The operations over a transport: calling one sends it, and its answer settles the promise. */
export function remote(transport: Transport): Remote {
  let calls = 0
  const send = async (operation: keyof Operations, args: unknown[]): Promise<unknown> => {
    calls += 1
    const answer = await transport({ id: calls, operation, args })
    if ('value' in answer) return answer.value
    const { reason, object, id } = answer.refusal
    throw new CryptoError(reason, object, id)
  }
  return new Proxy({} as Remote, {
    get:
      (_, operation: keyof Operations) =>
      (...args: unknown[]) =>
        send(operation, args),
  })
}
