import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import DataTable from './DataTable'
import type { BulkAction, Column, DataTableProps } from './types'

interface Person {
  id: string
  name: string
}

const PEOPLE: readonly Person[] = ['Ada', 'Boris', 'Chloe', 'Dora'].map((name) => ({
  id: name.toLowerCase(),
  name,
}))
const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, isIdentity: true },
  { id: 'letters', header: 'Letters', value: ({ name }) => name.length },
]
const ACTIONS: readonly BulkAction<Person>[] = [
  { id: 'do', label: (n) => `Do ${n}`, run: () => {} },
]

const done: string[] = []
const idOf = ({ id }: Person) => id
const hrefOf = ({ id }: Person) => `/people/${id}`
const menuOf = ({ name }: Person) =>
  name === 'Dora'
    ? []
    : [{ id: 'greet', label: 'Greet', onAction: () => void done.push(`greet ${name}`) }]
const open = ({ name }: Person) => void done.push(`open ${name}`)

beforeEach(() => {
  localStorage.clear()
  done.length = 0
  window.history.replaceState(null, '', '/app/people')
})

const list = (more: Partial<DataTableProps<Person>> = {}) =>
  draw(
    <DataTable
      id="people"
      label="People"
      rows={PEOPLE}
      rowId={idOf}
      columns={COLUMNS}
      actions={ACTIONS}
      rowMenu={menuOf}
      empty={null}
      {...more}
    />,
  )

const row = (name: string) => screen.getByRole('row', { name })
const selected = () =>
  PEOPLE.filter(({ name }) => row(name).getAttribute('aria-selected') === 'true').map(
    ({ name }) => name,
  )
const tick = (name: string) => within(row(name)).getByRole('checkbox', { name: `Select ${name}` })
const menuButton = (name: string) => screen.getByRole('button', { name: `Actions: ${name}` })

test('a row is a stop of the arrows, and leads into its cells and back', async () => {
  const { person } = list({ rowHref: hrefOf })
  await person.click(row('Boris'))
  expect(document.activeElement).toBe(row('Boris'))
  await person.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(row('Chloe'))
  const stops = [
    tick('Chloe'),
    screen.getByRole('link', { name: 'Chloe' }),
    within(row('Chloe')).getByRole('gridcell', { name: '5' }),
    menuButton('Chloe'),
    row('Chloe'),
  ]
  for (const stop of stops) {
    await person.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(stop)
  }
  await person.keyboard('{ArrowLeft}{ArrowUp}')
  expect(document.activeElement).toBe(menuButton('Boris'))
})

let reorder: (rows: readonly Person[]) => void = () => {}

/** A table whose rows a test puts into another order. */
function Reordered() {
  const [rows, set] = useState(PEOPLE)
  reorder = set
  return (
    <DataTable id="people" label="People" rows={rows} rowId={idOf} columns={COLUMNS} empty={null} />
  )
}

test('the focus stays with its row, whatever place that gets', async () => {
  const { person } = draw(<Reordered />)
  await person.click(row('Boris'))
  const element = row('Boris')
  act(() => reorder(PEOPLE.toReversed()))
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(
    PEOPLE.map(({ name }) => name).toReversed(),
  )
  expect(row('Boris')).toBe(element)
  expect(document.activeElement).toBe(element)
  // the others are drawn where others were
  act(() => reorder(PEOPLE.slice(1)))
  expect(document.activeElement).toBe(row('Boris'))
})

test('keys that only one stop of the list takes are on one alone', async () => {
  const { person } = list()
  await person.click(row('Boris'))
  await person.keyboard('{ArrowDown}')
  const stops = screen.getByRole('grid').querySelectorAll('[tabindex="0"]')
  expect([...stops]).toEqual([row('Chloe')])
})

test('Space selects a row, with Shift all up to it, and Escape lets go', async () => {
  const { person } = list()
  await person.click(row('Ada'))
  expect(selected()).toEqual(['Ada'])
  await person.keyboard('{ArrowDown} {Shift>}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['Ada', 'Boris', 'Chloe'])
  await person.keyboard('{Escape}')
  expect(selected()).toEqual([])
  await person.keyboard('{Control>}a{/Control}')
  expect(selected()).toHaveLength(4)
})

test('a tick pressed with Shift selects all up to it', async () => {
  const { person } = list()
  await person.click(tick('Ada'))
  await person.keyboard('{Shift>}')
  await person.click(tick('Chloe'))
  await person.keyboard('{/Shift}')
  expect(selected()).toEqual(['Ada', 'Boris', 'Chloe'])
})

test('a row opens by a press and by Enter, and is selected by them while rows are', async () => {
  const { person } = list({ onOpen: open })
  await person.click(row('Ada'))
  await person.keyboard('{ArrowDown}{Enter}')
  expect(done).toEqual(['open Ada', 'open Boris'])
  await person.keyboard(' ')
  await person.click(row('Dora'))
  expect(selected()).toEqual(['Boris', 'Dora'])
  expect(done).toHaveLength(2)
})

test('a row with an address leads there from wherever it is pressed', async () => {
  const { person, gone } = list({ rowHref: hrefOf })
  await person.click(screen.getByRole('link', { name: 'Ada' }))
  await person.click(row('Boris'))
  await person.keyboard('{ArrowDown}{Enter}')
  expect(gone).toEqual(['/app/people/ada', '/app/people/boris', '/app/people/chloe'])
})

test('the menu of a row opens from its button, and the focus comes back to it', async () => {
  const { person } = list()
  await person.click(row('Ada'))
  await person.keyboard('{ArrowLeft}{Enter}')
  expect(menuButton('Ada').getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('menuitem', { name: 'Greet' })).toBeTruthy()
  await person.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(menuButton('Ada')))
  await person.keyboard('{ArrowDown}{Enter}')
  await person.click(screen.getByRole('menuitem', { name: 'Greet' }))
  expect(done).toEqual(['greet Boris'])
  expect(selected()).toEqual(['Ada'])
})

test('a row with nothing to do has no menu', () => {
  list()
  expect(menuButton('Chloe')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Actions: Dora' })).toBeNull()
})

test('a hint says what the button of a menu is, to the keyboard at once', async () => {
  const { person } = list()
  await person.click(row('Ada'))
  await person.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(menuButton('Ada'))
  expect(screen.getByRole('tooltip').textContent).toBe('Actions: Ada')
  await person.keyboard('{ArrowDown}')
  expect(screen.getByRole('tooltip').textContent).toBe('Actions: Boris')
})

test('one box selects all that is there, and says when it is only some', async () => {
  const { person } = list()
  const all = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' })
  await person.click(tick('Ada'))
  expect(all().indeterminate).toBe(true)
  await person.click(all())
  expect(selected()).toHaveLength(4)
  expect(all().checked).toBe(true)
  await person.click(all())
  expect(selected()).toEqual([])
})
