import { expect, test } from 'vitest'
import { encodeQr } from './encode'
import { correction } from './field'

const drawn = (text: string) =>
  encodeQr(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

test('correction bytes are those of the standard’s example', () => {
  // ISO/IEC 18004, annex I: version 1-M, "01234567"
  const data = [
    0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
  ]
  expect([...correction(Uint8Array.from(data), 10)]).toEqual([
    0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55,
  ])
})

test('a code has the size its text needs, and the corners a reader looks for', () => {
  for (const [length, size] of [
    [14, 21],
    [15, 25],
    [106, 41],
    [410, 77],
  ] as const) {
    const rows = drawn('x'.repeat(length))
    expect([rows.length, rows[0]?.length], String(length)).toEqual([size, size])
    for (const corner of [rows[0]?.slice(0, 7), rows[0]?.slice(-7), rows.at(-1)?.slice(0, 7)])
      expect(corner).toBe('#######')
  }
})

test('too much text is refused', () => {
  expect(() => encodeQr('x'.repeat(413))).toThrow(RangeError)
})

test('a code is the one that another program read back', () => {
  expect(drawn('WARDSTEAD')).toMatchInlineSnapshot(`
    [
      "#######.#.#...#######",
      "#.....#.#...#.#.....#",
      "#.###.#....##.#.###.#",
      "#.###.#.###...#.###.#",
      "#.###.#..#.#..#.###.#",
      "#.....#..####.#.....#",
      "#######.#.#.#.#######",
      "........#..##........",
      "#.##.###.#.##.#..#.##",
      "....##....###..#..#..",
      ".#....##.#.#.###...##",
      "#.##...###.#...###..#",
      "#####.##..#.#....###.",
      "........#.##.##..#.##",
      "#######.######.##.#..",
      "#.....#.###....#.###.",
      "#.###.#...#.#.##.#...",
      "#.###.#.#..#..####.#.",
      "#.###.#.#.#.#.#...#..",
      "#.....#...#..#.##...#",
      "#######.##...#..##...",
    ]
  `)
})
