import { act, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import { EmptyState } from '../state/EmptyState'
import DataTable from './DataTable'
import type { BulkAction, Column, DataTableProps } from './types'

interface Person {
  id: string
  name: string
  status: 'accepted' | 'confirmed'
  items: number
}

const NAMES: Record<Person['status'], string> = { accepted: 'To confirm', confirmed: 'Confirmed' }

const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, isIdentity: true },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => NAMES[status],
    filter: {
      of: ({ status }) => status,
      label: (key) => NAMES[key as Person['status']],
      isInline: true,
    },
  },
  { id: 'items', header: 'Items', value: ({ items }) => items, isNumeric: true },
]

const PEOPLE: readonly Person[] = [
  { id: '1', name: 'Élise', status: 'accepted', items: 10 },
  { id: '2', name: 'Ada', status: 'confirmed', items: 9 },
  { id: '3', name: 'Zoë', status: 'accepted', items: 100 },
]

const confirmed: string[][] = []
const ACTIONS: readonly BulkAction<Person>[] = [
  {
    id: 'confirm',
    label: (n) => `Confirm ${n}`,
    refuses: ({ status }) => (status === 'accepted' ? null : 'Already confirmed'),
    run: (rows) => confirmed.push(rows.map(({ name }) => name)),
  },
]

beforeEach(() => {
  localStorage.clear()
  confirmed.length = 0
  window.history.replaceState(null, '', '/app/members')
})

function list(more: Partial<DataTableProps<Person>> = {}) {
  return draw(
    <DataTable
      id="people"
      label="People"
      rows={PEOPLE}
      rowId={idOf}
      columns={COLUMNS}
      actions={ACTIONS}
      rowHref={hrefOf}
      empty={<EmptyState kind="nothing" title="Nobody yet" />}
      {...more}
    />,
  )
}
const idOf = ({ id }: Person) => id
const hrefOf = ({ id }: Person) => `/members/${id}`

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
const soon = () => act(() => new Promise((done) => setTimeout(done, 300)))

test('a search leaves what it finds, counts it, and stands in the address', async () => {
  const { person } = list()
  await person.type(screen.getByRole('searchbox', { name: 'Search: People' }), 'elise')
  expect(names()).toEqual(['Élise'])
  expect(screen.getByText('1 of 3 rows')).toBeTruthy()
  expect(screen.getByText('Élise', { selector: 'mark' })).toBeTruthy()
  await soon()
  expect(window.location.search).toBe('?q=elise')
  await person.click(screen.getByRole('button', { name: 'Clear' }))
  expect(names()).toHaveLength(3)
})

test('a letter in the search draws rows once it is known which', async () => {
  let drawn = 0
  const cell = () => {
    drawn += 1
    return null
  }
  const columns = COLUMNS.map((column) => (column.id === 'items' ? { ...column, cell } : column))
  const { person } = list({ columns })
  await person.type(screen.getByRole('searchbox'), 'c')
  expect(names()).toHaveLength(3)
  drawn = 0
  await person.keyboard('{Backspace}z')
  expect(names()).toEqual(['Zoë'])
  // three as the first letter goes, one for the next
  expect(drawn).toBe(4)
})

test('filters typed as text become filters', async () => {
  const { person } = list()
  await person.type(screen.getByRole('searchbox'), 'status:accepted ')
  expect(names()).toEqual(['Élise', 'Zoë'])
  expect(screen.getByRole('radio', { name: /To confirm/ }).getAttribute('aria-checked')).toBe(
    'true',
  )
})

test('a table opened by its address answers it', () => {
  window.history.replaceState(null, '', '/app/members?q=status:accepted+zo&sort=-items')
  list()
  expect(names()).toEqual(['Zoë'])
})

test('what is private stays out of the address and is not read from it', async () => {
  window.history.replaceState(null, '', '/app/members?q=ada')
  const { person } = list({ isPrivate: true })
  expect(names()).toHaveLength(3)
  await person.type(screen.getByRole('searchbox'), 'zoe')
  await soon()
  expect(window.location.search).toBe('?q=ada')
  expect(screen.queryByRole('button', { name: 'Views' })).toBeNull()
})

test('a column sorts up, down, and not at all; with Shift a second one', async () => {
  const { person } = list()
  const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) })
  await person.click(head('Items'))
  expect(names()).toEqual(['Ada', 'Élise', 'Zoë'])
  expect(head('Items').getAttribute('aria-sort')).toBe('ascending')
  await person.click(head('Items'))
  expect(names()).toEqual(['Zoë', 'Élise', 'Ada'])
  await person.click(head('Items'))
  expect(names()).toEqual(['Élise', 'Ada', 'Zoë'])
  await person.click(head('Status'))
  await person.keyboard('{Shift>}')
  await person.click(head('Name'))
  await person.keyboard('{/Shift}')
  expect(names()).toEqual(['Ada', 'Élise', 'Zoë'])
})

test('an action says how many it applies to, and why not to the others', async () => {
  const { person } = list()
  await person.click(screen.getByRole('checkbox', { name: /Select All/i }))
  await person.click(screen.getByRole('button', { name: 'Confirm 2 of 3' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText('1 is left out:')).toBeTruthy()
  expect(within(dialog).getByText('Already confirmed')).toBeTruthy()
  expect(confirmed).toEqual([])
  await person.click(within(dialog).getByRole('button', { name: 'Confirm 2' }))
  expect(confirmed).toEqual([['Élise', 'Zoë']])
})

test('a selection outlives a filter and says what is out of view', async () => {
  const { person } = list()
  await person.click(screen.getByRole('checkbox', { name: /Select All/i }))
  await person.type(screen.getByRole('searchbox'), 'ada')
  expect(screen.getByText('3 selected · 2 not in view')).toBeTruthy()
})

test('all that match on the server can be meant, also what is not loaded', async () => {
  const asked: unknown[] = []
  const { person } = list({
    actions: [{ id: 'x', label: (n) => `Revoke ${n}`, run: (rows, all) => asked.push(rows, all) }],
    pages: { onQuery: () => {}, hasMore: true, isLoading: false, loadMore: () => {}, total: 1204 },
  })
  await person.click(screen.getByRole('checkbox', { name: /Select All/i }))
  await person.click(screen.getByRole('button', { name: 'Select all 1,204 that match' }))
  await person.click(screen.getByRole('button', { name: 'Revoke 1204' }))
  expect(asked).toEqual([[], { words: '', filters: [], sort: [] }])
})

test('a server that answers is asked, and its rows are shown as they come', async () => {
  const asked: string[] = []
  const { person } = list({
    pages: {
      onQuery: ({ words, sort }) =>
        asked.push(`${words}|${sort.map(({ column }) => column).join()}`),
      hasMore: false,
      isLoading: false,
      loadMore: () => {},
    },
  })
  await person.type(screen.getByRole('searchbox'), 'q')
  await person.click(screen.getByRole('columnheader', { name: /Items/ }))
  expect(asked).toEqual(['|', 'q|', 'q|items'])
  expect(names()).toEqual(['Élise', 'Ada', 'Zoë'])
})

test('hidden columns stay hidden on this device, the name never goes', async () => {
  const { person, unmount } = list()
  await person.click(screen.getByRole('button', { name: 'Columns' }))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Name' }).disabled).toBe(true)
  await person.click(screen.getByRole('checkbox', { name: 'Items' }))
  unmount()
  list()
  expect(screen.queryByRole('columnheader', { name: /Items/ })).toBeNull()
  expect(screen.getByRole('columnheader', { name: /Name/ })).toBeTruthy()
})

test('no rows, and none that match, are told apart', async () => {
  const { unmount } = list({ rows: [] })
  expect(screen.getByRole('heading', { name: 'Nobody yet' })).toBeTruthy()
  unmount()
  window.history.replaceState(null, '', '/app/members?q=status:confirmed+zzz')
  list()
  expect(screen.getByText('No row matches: Status (Confirmed) and “zzz”')).toBeTruthy()
})

test('the name of a row is a link', () => {
  list()
  expect(screen.getByRole('link', { name: 'Ada' }).getAttribute('href')).toBe('/app/members/2')
})
