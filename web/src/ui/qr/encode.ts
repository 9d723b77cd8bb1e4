import { drawn, type Grid } from './draw'
import { correction } from './field'

/**
 * How the bytes of a version are split at level M (15 % may be damaged): correction bytes per
 * block, then how many blocks of how many data bytes, in two groups (ISO/IEC 18004, table 9).
 */
const BLOCKS: readonly (readonly [number, number, number, number, number])[] = [
  [10, 1, 16, 0, 0],
  [16, 1, 28, 0, 0],
  [26, 1, 44, 0, 0],
  [18, 2, 32, 0, 0],
  [24, 2, 43, 0, 0],
  [16, 4, 27, 0, 0],
  [18, 4, 31, 0, 0],
  [22, 2, 38, 2, 39],
  [22, 3, 36, 2, 37],
  [26, 4, 43, 1, 44],
  [30, 1, 50, 4, 51],
  [22, 6, 36, 2, 37],
  [22, 8, 37, 1, 38],
  [24, 4, 40, 5, 41],
  [24, 5, 41, 5, 42],
]
const BYTES = 0b0100
const PADS = [0xec, 0x11] as const

/** The squares of a QR code that holds `text`, true where dark. Up to 412 bytes. */
export function encodeQr(text: string): Grid {
  const bytes = new TextEncoder().encode(text)
  const index = BLOCKS.findIndex((_, at) => bytes.length <= room(at))
  if (index < 0) throw new RangeError('too long for a QR code')
  return drawn(index + 1, codewords(bytes, index))
}

const capacity = (index: number): number => {
  const [, few = 0, small = 0, more = 0, large = 0] = BLOCKS[index] ?? []
  return few * small + more * large
}

/** Versions from 10 on count their bytes in 16 bits instead of 8. */
const countBits = (index: number): number => (index + 1 < 10 ? 8 : 16)

const room = (index: number): number => Math.floor((capacity(index) * 8 - 4 - countBits(index)) / 8)

/** Data and correction, block by block, interleaved as readers expect them. */
function codewords(bytes: Uint8Array, index: number): Uint8Array {
  const [checks, few, small, more, large] = BLOCKS[index] ?? [0, 0, 0, 0, 0]
  const data = padded(bytes, index)
  const blocks: Uint8Array[] = []
  let start = 0
  for (let n = 0; n < few + more; n++) {
    const length = n < few ? small : large
    blocks.push(data.slice(start, start + length))
    start += length
  }
  const repairs = blocks.map((block) => correction(block, checks))
  return Uint8Array.from([...interleaved(blocks), ...interleaved(repairs)])
}

function* interleaved(blocks: readonly Uint8Array[]): Generator<number> {
  const longest = Math.max(...blocks.map((block) => block.length))
  for (let n = 0; n < longest; n++) {
    for (const block of blocks) {
      const byte = block[n]
      if (byte !== undefined) yield byte
    }
  }
}

/** The text with its kind and length before it, filled up to what the version holds. */
function padded(bytes: Uint8Array, index: number): Uint8Array {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1)
  }
  put(BYTES, 4)
  put(bytes.length, countBits(index))
  for (const byte of bytes) put(byte, 8)
  const total = capacity(index)
  put(0, Math.min(4, total * 8 - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  const data = new Uint8Array(total)
  bits.forEach((bit, n) => {
    data[n >> 3] = (data[n >> 3] ?? 0) | (bit << (7 - (n & 7)))
  })
  for (let n = bits.length / 8, pad = 0; n < total; n++, pad++) data[n] = PADS[pad % 2] ?? 0
  return data
}
