import { beforeEach, expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import { type Command, useCommands } from './commands'
import { setSingleKeys } from './keys'

const done: string[] = []
beforeEach(() => {
  done.length = 0
  setSingleKeys(true)
})

const COMMANDS: readonly Command[] = [
  { id: 'members', label: 'Members', keys: 'g m', href: '/members' },
  { id: 'new', label: 'New', keys: 'n', run: () => done.push('n') },
  { id: 'export', label: 'Export', keys: 'Shift+E', run: () => done.push('Shift+E') },
  { id: 'palette', label: 'Palette', keys: 'Mod+K', run: () => done.push('Mod+K') },
  { id: 'keys', label: 'Keys', keys: '?', run: () => done.push('?') },
]

function Page() {
  useCommands(COMMANDS)
  return <input aria-label="Name" />
}

test('keys do what they say, one after the other or together', async () => {
  const { person, gone } = draw(<Page />)
  await person.keyboard('n')
  await person.keyboard('{Shift>}E{/Shift}')
  await person.keyboard('{Control>}k{/Control}')
  await person.keyboard('{Shift>}?{/Shift}')
  expect(done).toEqual(['n', 'Shift+E', 'Mod+K', '?'])
  await person.keyboard('gm')
  expect(gone).toEqual(['/app/members'])
})

test('what is typed into a field is for the field, but for keys with Ctrl', async () => {
  const { person, getByRole } = draw(<Page />)
  await person.type(getByRole('textbox'), 'nn?')
  await person.keyboard('{Control>}k{/Control}')
  expect(done).toEqual(['Mod+K'])
})

test('single letters can be switched off', async () => {
  const { person, gone } = draw(<Page />)
  setSingleKeys(false)
  await person.keyboard('ngm?')
  await person.keyboard('{Control>}k{/Control}')
  expect(done).toEqual(['Mod+K'])
  expect(gone).toEqual([])
})

test('commands of a page that is gone do nothing', async () => {
  const { person, unmount } = draw(<Page />)
  unmount()
  draw(<p>Another page</p>)
  await person.keyboard('n')
  expect(done).toEqual([])
})
