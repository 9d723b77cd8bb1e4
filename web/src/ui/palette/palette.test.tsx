import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import { type Command, useCommands } from '../keys/commands'
import { openPalette } from './open'
import { Palette } from './Palette'
import { answers, rank } from './rank'

test('the nearer a name is to what was typed, the earlier it stands', () => {
  const cases = [
    ['Members', 'mem', 0],
    ['Invite member', 'mem', 1],
    ['Remember', 'mem', 2],
    ['Événements', 'even', 0],
    ['New member', 'nm', 4],
    ['Billing', 'xyz', null],
    ['owner@example.com', 'example', 1],
  ] as const
  for (const [name, asked, expected] of cases) expect(rank(name, asked), name).toBe(expected)
})

test('what was used last comes first, until something is typed', () => {
  const commands: Command[] = ['a', 'b', 'c'].map((id) => ({ id, label: `Go to ${id}` }))
  const ids = (typed: string) => answers(commands, typed, ['c', 'a']).map(({ id }) => id)
  expect(ids('')).toEqual(['c', 'a', 'b'])
  expect(ids('to b')).toEqual(['b'])
})

const done: string[] = []

function Page() {
  useCommands([
    {
      id: 'sync',
      label: 'Sync the license now',
      keywords: ['synchroniser'],
      run: () => done.push('sync'),
    },
    { id: 'invite', label: 'Invite member', run: () => done.push('invite') },
  ])
  return (
    <Palette
      sources={[(typed) => [{ id: 'found', label: `Client ${typed}`, href: '/clients/1' }]]}
    />
  )
}

test('a command is found by a synonym, runs on Enter, and the palette goes', async () => {
  const { person } = draw(<Page />)
  await act(async () => openPalette())
  await person.type(await screen.findByRole('searchbox'), 'synchron')
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Sync the license now',
    'Client synchron',
  ])
  await person.keyboard('{Enter}')
  await act(async () => new Promise((soon) => setTimeout(soon)))
  expect(done).toEqual(['sync'])
  expect(screen.queryByRole('dialog')).toBeNull()
})
