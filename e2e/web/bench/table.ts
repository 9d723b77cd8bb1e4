import { cpus, loadavg } from 'node:os'

/** What was measured, over all runs, and what it may be at most. */
export interface Measured {
  what: string
  unit: 'ms' | 'MB' | '%'
  values: readonly number[]
  /** Null for what is told without being bound. */
  limit: number | null
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * A busy machine measures what else it does.
 *
 * @throws when it is busy, unless `WARDSTEAD_BUSY` says that this is known.
 */
export function refuseWhenBusy(): void {
  const [load = 0] = loadavg()
  if (load > cpus().length && !process.env.WARDSTEAD_BUSY)
    throw new Error(
      `The load is ${load.toFixed(1)} on ${cpus().length} cores: wait until it is idle, or set WARDSTEAD_BUSY=1.`,
    )
}

/** The table, with the machine it is from. */
export function table(rows: readonly Measured[], browser: string): string {
  const lines = rows.map(({ what, unit, values, limit }) => {
    const middle = median(values)
    const range = `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`
    const mark = limit !== null && middle > limit ? ' OVER' : ''
    return `| ${what} | ${middle.toFixed(0)} ${unit}${mark} | ${range} | ${limit ?? ''} |`
  })
  const [cpu] = cpus()
  return [
    `${cpus().length} × ${cpu?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser}`,
    '',
    '| | median | lowest to highest | limit |',
    '|---|---:|---:|---:|',
    ...lines,
    '',
  ].join('\n')
}
