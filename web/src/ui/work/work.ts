import { useSyncExternalStore } from 'react'

/** What became of one object. */
export interface WorkResult {
  name: string
  outcome: 'done' | 'skipped' | 'failed'
  /** Why it was skipped or failed. */
  reason?: string
  /** Tries this one again. */
  retry?: () => Promise<void>
}

/** Work as the activity panel shows it. */
export interface Work {
  id: number
  name: string
  /** Objects, when their number is known. */
  total: number | null
  results: readonly WorkResult[]
  state: 'running' | 'done' | 'canceled' | 'failed'
  startedAt: number
  endedAt: number | null
  /** Needs the keys in this tab, so the tab must stay. */
  needsTab: boolean
  /** Why it stopped before its end. */
  error: unknown
}

export interface WorkPlan {
  /** What is done: "Confirm 50 members". */
  name: string
  total?: number
  needsTab?: boolean
  /** Does it; reports each object, looks at `signal` between two, throws when it cannot go on. */
  run: (desk: { signal: AbortSignal; report: (result: WorkResult) => void }) => Promise<void>
}

let works: readonly Work[] = []
let next = 1
const stops = new Map<number, AbortController>()
const listeners = new Set<() => void>()

function set(changed: readonly Work[]): void {
  works = changed
  if (works.some(({ state, needsTab }) => state === 'running' && needsTab))
    window.addEventListener('beforeunload', keepTab)
  else window.removeEventListener('beforeunload', keepTab)
  for (const listener of listeners) listener()
}

const keepTab = (event: BeforeUnloadEvent): void => event.preventDefault()

function change(id: number, part: (work: Work) => Partial<Work>): void {
  set(works.map((work) => (work.id === id ? { ...work, ...part(work) } : work)))
}

/** Begins work that may take long; it goes on while pages change. Resolves with how it ended. */
export async function startWork({
  name,
  total,
  needsTab = false,
  run,
}: WorkPlan): Promise<Work['state']> {
  const id = next++
  const stop = new AbortController()
  stops.set(id, stop)
  const begun: Work = {
    id,
    name,
    total: total ?? null,
    results: [],
    state: 'running',
    startedAt: Date.now(),
    endedAt: null,
    needsTab,
    error: null,
  }
  set([begun, ...works])
  let state: Work['state']
  let error: unknown = null
  try {
    await run({
      signal: stop.signal,
      report: (result) => change(id, ({ results }) => ({ results: [...results, result] })),
    })
    state = stop.signal.aborted ? 'canceled' : 'done'
  } catch (cause) {
    state = stop.signal.aborted ? 'canceled' : 'failed'
    error = state === 'failed' ? cause : null
  }
  stops.delete(id)
  change(id, () => ({ state, error, endedAt: Date.now() }))
  return state
}

/** Asks work to stop at the next object. */
export const cancelWork = (id: number): void => stops.get(id)?.abort()

/** Takes work that has ended off the panel. */
export const forgetWork = (id: number): void =>
  set(works.filter((work) => work.id !== id || work.state === 'running'))

/** Tries again what failed and can be; their results take the place of the old ones. */
export async function retryWork(id: number): Promise<void> {
  const work = works.find((one) => one.id === id)
  const again = work?.results.filter(({ outcome, retry }) => outcome === 'failed' && retry) ?? []
  for (const result of again) {
    const now: WorkResult = await (result.retry?.() ?? Promise.resolve()).then(
      () => ({ name: result.name, outcome: 'done' }),
      () => result,
    )
    change(id, ({ results }) => ({ results: results.map((one) => (one === result ? now : one)) }))
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All work of this tab, newest first. */
export const useWorks = (): readonly Work[] => useSyncExternalStore(subscribe, () => works)

/** How work stands as a whole: what the window shows in its title and icon. */
export function sumOf(all: readonly Work[]): 'running' | 'failed' | 'done' | null {
  if (all.some(({ state }) => state === 'running')) return 'running'
  const hasFailed = ({ state, results }: Work) =>
    state === 'failed' || results.some(({ outcome }) => outcome === 'failed')
  if (all.some(hasFailed)) return 'failed'
  return all.length > 0 ? 'done' : null
}
