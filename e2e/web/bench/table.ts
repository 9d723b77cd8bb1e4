import { cpus } from 'node:os'
import { BUDGETS, type Budget, UNMEASURED } from './budgets'
import { percentile, type Taken } from './taken'

interface About {
  rows: number
  browser: string
  /** How busy the machine was when it began; null when it was not. */
  busy: string | null
}

/** Every budget and what was measured for it: the lowest, the median, the highest of all runs. */
export function table(runs: readonly Taken[], about: About): string {
  const [cpu] = cpus()
  return [
    `${about.rows} rows, ${runs.length} runs; ${cpus().length} × ${cpu?.model.trim()}, Chromium ${about.browser}`,
    ...(about.busy
      ? [`The machine was busy (${about.busy}), so these figures judge nothing.`]
      : []),
    '',
    '| | budget | lowest – median – highest | |',
    '|---|---:|---:|---|',
    ...BUDGETS.map((budget) => line(budget, runs)),
    ...UNMEASURED.map(([what, why]) => `| ${what} | | | ${why} |`),
    '',
  ].join('\n')
}

function line({ of, what, unit, limit }: Budget, runs: readonly Taken[]): string {
  const values = runs.flatMap((taken) => taken[of] ?? [])
  const measured = [0, 50, 100].map((share) => shown(percentile(values, share), unit))
  const judgement = limit === null ? '' : percentile(values, 50) <= limit ? 'ok' : '**over**'
  const bound = limit === null ? '' : `${limit} ${unit}`.trim()
  return `| ${what} | ${bound} | ${`${measured.join(' – ')} ${unit}`.trim()} | ${judgement} |`
}

const DIGITS = { ms: 0, '%': 1, MB: 1, '': 3 } as const

const shown = (value: number, unit: Budget['unit']): string => value.toFixed(DIGITS[unit])
