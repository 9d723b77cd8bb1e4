import { expect, test } from 'vitest'
import { format } from '../../i18n'
import { csv, json } from './exported'
import { parseFilters, printFilters } from './filterText'
import { fold, rangesIn, wordsOf } from './fold'
import { keysOf } from './order'
import { hasWords, passesAll, searched, sorted } from './rows'
import type { Column } from './types'

interface Person {
  name: string
  groups: readonly string[]
  items: number | null
}

const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, isIdentity: true },
  {
    id: 'groups',
    header: 'Groups',
    value: ({ groups }) => groups,
    filter: { of: ({ groups }) => groups },
  },
  { id: 'items', header: 'Items', value: ({ items }) => items },
]
const elise: Person = { name: 'Élise Dubois', groups: ['Finance', 'Night shift'], items: 10 }
const ada: Person = { name: 'Ada Abel', groups: ['Finance'], items: 9 }
const zoe: Person = { name: 'zoë', groups: [], items: null }
const all = [elise, ada, zoe]

test('words are found in any order, without accents and case, but not across columns', () => {
  const cases = [
    ['dubois elise', [elise]],
    ['FINANCE', [elise, ada]],
    ['zoe', [zoe]],
    ['abelfinance', []],
    ['9', []],
  ] as const
  for (const [asked, found] of cases) {
    const words = wordsOf(asked)
    expect(
      all.filter((row) => hasWords(searched(row, COLUMNS), words)),
      asked,
    ).toEqual(found)
  }
})

test('what was found is marked where it stands, accents or not', () => {
  expect(rangesIn('Élise Dubois', wordsOf('elise bois'))).toEqual([
    [0, 5],
    [8, 12],
  ])
  expect(rangesIn('banana', wordsOf('ana nan'))).toEqual([[1, 6]])
  expect(rangesIn('ﬁnance', wordsOf('inan'))).toEqual([])
  expect(fold('ÇELİK').startsWith('celi')).toBe(true)
})

test('filters are read from their text and written back', () => {
  const cases = [
    ['status:invited anna', 'anna', [{ column: 'status', keys: ['invited'] }]],
    ['a STATUS:invited,accepted b', 'a b', [{ column: 'status', keys: ['invited', 'accepted'] }]],
    [
      'groups:"Night shift"+Sales',
      '',
      [{ column: 'groups', keys: ['Night shift', 'Sales'], all: true }],
    ],
    ['client:Acme 12:30', 'client:Acme 12:30', []],
  ] as const
  for (const [text, words, filters] of cases) {
    const said = parseFilters(text, ['status', 'groups'])
    expect(said, text).toEqual({ words, filters })
    expect(parseFilters(printFilters(said), ['status', 'groups']), text).toEqual(said)
  }
})

test('a filter asks for any of its keys, or for all of them', () => {
  const asked = { column: 'groups', keys: ['finance', 'Night shift'] }
  expect(all.filter(passesAll([asked], COLUMNS))).toEqual([elise, ada])
  expect(all.filter(passesAll([{ ...asked, all: true }], COLUMNS))).toEqual([elise])
  expect(all.filter(passesAll([asked], COLUMNS, 'groups'))).toEqual(all)
})

test('rows are ordered as the language does, numbers by value, nothing last', () => {
  const { compare } = format('fr')
  const by = (column: string, descending = false) =>
    sorted(all, [{ column, descending }], COLUMNS, compare)
  expect(by('name')).toEqual([ada, elise, zoe])
  expect(by('items')).toEqual([ada, elise, zoe])
  expect(by('items', true)).toEqual([elise, ada, zoe])
  expect(
    sorted(all, [{ column: 'groups' }, { column: 'items', descending: true }], COLUMNS, compare),
  ).toEqual([ada, elise, zoe])
})

test('keys put texts where the language puts them', () => {
  const letters = [...' !-_.,;:?/()[]@&#%+<=>|~$^`\'"0123459aAbBeEéÉêzZçüñÅ']
  // the same numbers every time
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % below
  }
  const texts = Array.from({ length: 400 }, () =>
    Array.from({ length: next(7) }, () => letters[next(letters.length)]).join(''),
  )
  texts.push('item 2', 'item 10', 'item 010', 'Item 2b', 'é 9', 'E 10', '0', '00', '1.2', '1.10')
  for (const language of ['en', 'fr'] as const) {
    const { compare } = format(language)
    const keyed = keysOf(compare)
    const wrong = texts.flatMap((a) =>
      texts.flatMap((b) => {
        const [one, other] = [keyed(a) ?? '', keyed(b) ?? '']
        const order = one < other ? -1 : Number(one > other)
        return order === Math.sign(compare(a, b)) ? [] : [[a, b]]
      }),
    )
    expect(wrong, language).toEqual([])
  }
  expect(keysOf(format('en').compare)('Łódź')).toBeNull()
})

test('texts with keys and without are ordered together', () => {
  const { compare } = format('en')
  const names = ['Lena', 'Łódź', 'Ludwig', 'λ', '東京', 'Zoë'].map((name) => ({ ...ada, name }))
  const inOrder = sorted(names, [{ column: 'name' }], COLUMNS, compare).map(({ name }) => name)
  expect(inOrder).toEqual(names.map(({ name }) => name).toSorted(compare))
})

test('a spreadsheet gets its mark, its separator, and no formula', () => {
  const row: Person = { name: '=HYPERLINK("http://x")', groups: ['a', 'b'], items: 1.5 }
  expect(csv([row], COLUMNS, 'en')).toBe(
    '\u{feff}Name,Groups,Items\r\n"\'=HYPERLINK(""http://x"")",a; b,1.5\r\n',
  )
  expect(csv([row], COLUMNS, 'fr')).toBe(
    '\u{feff}Name;Groups;Items\r\n"\'=HYPERLINK(""http://x"")";"a; b";1,5\r\n',
  )
  for (const start of ['+1', '-1', '@x', '\tx'])
    expect(csv([{ ...row, name: start }], COLUMNS, 'en'), start).toContain(`'${start}`)
})

test('programs get values as they are', () => {
  expect(JSON.parse(json([zoe], COLUMNS))).toEqual([{ name: 'zoë', groups: [], items: null }])
})
