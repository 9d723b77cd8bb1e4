import type { Grid } from './draw'

const FINDER = '1011101'
const QUIET = '0000'

/** How badly a code reads: long runs, blocks, patterns like those of the corners, too dark or light. */
export function penalty(grid: Grid): number {
  const rows = grid.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''))
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''))
  const lines = [...rows, ...columns]
  return (
    lines.reduce((sum, line) => sum + runs(line) + corners(line), 0) + blocks(rows) + balance(rows)
  )
}

function runs(line: string): number {
  let sum = 0
  for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2
  return sum
}

function corners(line: string): number {
  let sum = 0
  // what lies beyond the edge is light
  const wide = QUIET + line + QUIET
  for (let at = wide.indexOf(FINDER); at >= 0; at = wide.indexOf(FINDER, at + 1)) {
    if (wide.slice(at - 4, at) === QUIET) sum += 40
    if (wide.slice(at + 7, at + 11) === QUIET) sum += 40
  }
  return sum
}

function blocks(rows: readonly string[]): number {
  let sum = 0
  for (let y = 1; y < rows.length; y++) {
    const above = rows[y - 1] ?? ''
    const row = rows[y] ?? ''
    for (let x = 1; x < row.length; x++)
      if (row[x] === row[x - 1] && row[x] === above[x] && row[x] === above[x - 1]) sum += 3
  }
  return sum
}

function balance(rows: readonly string[]): number {
  const all = rows.join('')
  const dark = all.replaceAll('0', '').length
  return Math.floor(Math.abs((dark / all.length) * 100 - 50) / 5) * 10
}
