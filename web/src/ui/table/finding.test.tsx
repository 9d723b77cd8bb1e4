import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { Badge } from '../display/Badge'
import { CopyableId } from '../display/CopyableId'
import { Status } from '../display/Status'
import { finding } from './finding'
import { isPlain } from './plain'

const ROWS = ['ada lovelace', 'ada byron', 'alan turing', 'grace hopper', 'linus']

test('typing and taking back finds what asking anew finds', () => {
  const find = finding(ROWS, (row) => row)
  const asked = [
    '',
    'a',
    'ad',
    'ada',
    'ada b',
    'ada by',
    'ada b',
    'ada',
    'al',
    'b ada',
    'r',
    'zz',
    'z',
  ]
  for (const search of [...asked, ...asked.toReversed()]) {
    const words = search.split(' ').filter(Boolean)
    const anew = ROWS.filter((row) => words.every((word) => row.includes(word)))
    expect(find(words), search).toEqual(anew)
  }
})

test('what more letters leave is looked for among what fewer left', () => {
  const read: string[] = []
  const find = finding(ROWS, (row) => {
    read.push(row)
    return row
  })
  find(['ada'])
  read.length = 0
  find(['ada', 'b'])
  expect(read).toEqual(['ada lovelace', 'ada byron'])
  read.length = 0
  find(['ada'])
  expect(read).toEqual([])
})

test('answers are not kept without end', () => {
  let read = 0
  const find = finding(ROWS, (row) => {
    read += 1
    return row
  })
  const letters = 'bcdefghijklmnop'
  for (const letter of letters) find([letter])
  read = 0
  find(['b'])
  expect(read).toBe(ROWS.length)
})

test('what remembers nothing is told from what may', () => {
  const plain: ReactNode[] = [
    'text',
    null,
    <Status key="1" tone="ok">
      Active
    </Status>,
    <span key="2">
      a <mark>b</mark> <Badge>c</Badge>
    </span>,
  ]
  for (const what of plain) expect(isPlain(what)).toBe(true)
  expect(isPlain(<CopyableId label="Id" value="1" />)).toBe(false)
  expect(
    isPlain(
      <span>
        <CopyableId label="Id" value="1" />
      </span>,
    ),
  ).toBe(false)
})
