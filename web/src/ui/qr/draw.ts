import { penalty } from './penalty'

export type Grid = readonly (readonly boolean[])[]

/** Undecided squares are null while the fixed patterns are laid. */
type Draft = (boolean | null)[][]

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The squares of a version with these codewords, under the mask that reads best. */
export function drawn(version: number, codewords: Uint8Array): Grid {
  const size = 17 + 4 * version
  const fixed = patterns(version, size)
  let best: Grid = []
  let least = Number.POSITIVE_INFINITY
  MASKS.forEach((mask, number) => {
    const grid = filled(fixed, codewords, mask, number)
    const cost = penalty(grid)
    if (cost < least) {
      least = cost
      best = grid
    }
  })
  return best
}

function set(draft: Draft, x: number, y: number, isDark: boolean): void {
  const row = draft[y]
  if (row && x >= 0 && x < row.length) row[x] = isDark
}

/** Finders, timing, alignment and the version: what is the same for every text. */
function patterns(version: number, size: number): Draft {
  const draft: Draft = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null))
  for (let n = 0; n < size; n++) {
    set(draft, n, 6, n % 2 === 0)
    set(draft, 6, n, n % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(draft, x, y, 4, (ring) => ring !== 2 && ring !== 4)
  const centers = alignments(version, size)
  const last = centers.length - 1
  centers.forEach((x, column) => {
    centers.forEach((y, row) => {
      const isFinder =
        (column === 0 && row === 0) ||
        (column === 0 && row === last) ||
        (column === last && row === 0)
      if (!isFinder) square(draft, x, y, 2, (ring) => ring !== 1)
    })
  })
  if (version >= 7) versionBits(draft, version, size)
  // kept free for the format, written once the mask is known
  format(draft, 0)
  return draft
}

function square(
  draft: Draft,
  x: number,
  y: number,
  reach: number,
  isDark: (ring: number) => boolean,
) {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      set(draft, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((size - 13) / (2 * count - 2)) * 2
  const rest = Array.from({ length: count - 1 }, (_, n) => size - 7 - n * step)
  return [6, ...rest.reverse()]
}

/** `value` with the bits that let a reader check it. */
function checked(value: number, length: number, divisor: number): number {
  const degree = 31 - Math.clz32(divisor)
  let rest = value << degree
  for (let bit = length + degree - 1; bit >= degree; bit--)
    if ((rest >> bit) & 1) rest ^= divisor << (bit - degree)
  return (value << degree) | rest
}

function versionBits(draft: Draft, version: number, size: number): void {
  const bits = checked(version, 6, 0x1f25)
  for (let n = 0; n < 18; n++) {
    const isDark = ((bits >> n) & 1) === 1
    const a = size - 11 + (n % 3)
    const b = Math.floor(n / 3)
    set(draft, a, b, isDark)
    set(draft, b, a, isDark)
  }
}

/** Level M and the mask, twice. */
function format(draft: Draft, mask: number): void {
  const size = draft.length
  const bits = checked(mask, 5, 0x537) ^ 0x5412
  const isDark = (n: number): boolean => ((bits >> n) & 1) === 1
  for (let n = 0; n < 6; n++) set(draft, 8, n, isDark(n))
  set(draft, 8, 7, isDark(6))
  set(draft, 8, 8, isDark(7))
  set(draft, 7, 8, isDark(8))
  for (let n = 9; n < 15; n++) set(draft, 14 - n, 8, isDark(n))
  for (let n = 0; n < 8; n++) set(draft, size - 1 - n, 8, isDark(n))
  for (let n = 8; n < 15; n++) set(draft, 8, size - 15 + n, isDark(n))
  set(draft, 8, size - 8, true)
}

/** The codewords in pairs of columns, up and down from the right, around what is fixed. */
function filled(
  fixed: Draft,
  codewords: Uint8Array,
  mask: (x: number, y: number) => boolean,
  number: number,
): Grid {
  const size = fixed.length
  const grid = fixed.map((row) => [...row])
  let bit = 0
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    // the column of the timing pattern is left out
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x] !== null) continue
        const byte = codewords[bit >> 3] ?? 0
        const isDark = ((byte >> (7 - (bit & 7))) & 1) === 1
        set(grid, x, y, isDark !== mask(x, y))
        bit++
      }
    }
    isUp = !isUp
  }
  format(grid, number)
  return grid.map((row) => row.map((isDark) => isDark === true))
}
