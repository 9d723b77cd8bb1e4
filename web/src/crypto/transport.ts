import type { Answer, Call, Transport } from './remote'
import workerUrl from './worker?worker&url'

interface ScriptUrls {
  createScriptURL(url: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrls): ScriptUrls
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** The address of our own worker, in the form a page with Trusted Types wants it; of no other. */
const scripts: ScriptUrls = trustedTypes?.createPolicy('wardstead-crypto', {
  createScriptURL: () => workerUrl,
}) ?? { createScriptURL: () => workerUrl }

/**
 * Starts the worker; `onGone` is told when it could not be loaded, and another may be started. In
 * tests, which have none, the same code runs here; never in a browser.
 */
export function start(onGone: () => void): Transport {
  return import.meta.env.PROD || typeof Worker !== 'undefined' ? inWorker(onGone) : here()
}

function inWorker(onGone: () => void): Transport {
  const worker = new Worker(scripts.createScriptURL(workerUrl), { type: 'module', name: 'crypto' })
  const waiting = new Map<number, (answer: Answer) => void>()
  const settle = (answer: Answer): void => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => settle(data))
  // whoever waits must hear of it
  worker.addEventListener('error', () => {
    worker.terminate()
    onGone()
    for (const id of [...waiting.keys()])
      settle({ id, refusal: { reason: 'broken', object: 'text', id: null } })
  })
  return (call) =>
    new Promise((resolve) => {
      waiting.set(call.id, resolve)
      worker.postMessage(call)
    })
}

function here(): Transport {
  const loaded = Promise.all([import('./operations'), import('./remote')])
  const all = loaded.then(([{ operations }]) => operations())
  return async (call: Call) => {
    const [, { perform }] = await loaded
    // copied as between threads, so that nothing is passed here that could not be there
    return structuredClone(await perform(await all, structuredClone(call)))
  }
}
