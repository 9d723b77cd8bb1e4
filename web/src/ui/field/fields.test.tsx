import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { draw } from '../../../test/ui'
import { Button } from '../action/Button'
import { CheckboxTree, type TreeNode } from './CheckboxTree'
import { Combobox } from './Combobox'
import { DateRange, type DateRangeValue, instantsOf } from './DateRange'
import { FileDrop } from './FileDrop'
import { Form } from './Form'
import { PasswordField } from './PasswordField'
import { SecretField } from './SecretField'
import { TextField } from './TextField'

afterEach(() => vi.useRealTimers())

test('a password is hidden until it is asked for', async () => {
  const { person } = draw(<PasswordField label="Master password" />)
  const field = screen.getByLabelText('Master password')
  expect(field.getAttribute('type')).toBe('password')
  await person.click(screen.getByRole('button', { name: 'Show: Master password' }))
  expect(field.getAttribute('type')).toBe('text')
  await person.click(screen.getByRole('button', { name: 'Hide: Master password' }))
  expect(field.getAttribute('type')).toBe('password')
})

test('a copied secret is off the clipboard after half a minute', async () => {
  const { person } = draw(<SecretField label="Token" value="s3cret" />)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  await person.click(screen.getByRole('button', { name: 'Copy: Token' }))
  expect(await navigator.clipboard.readText()).toBe('s3cret')
  expect(screen.getByText('Copied. The clipboard is cleared in 30 seconds.')).toBeTruthy()
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  await act(() => vi.advanceTimersByTimeAsync(29_000))
  expect(await navigator.clipboard.readText()).toBe('s3cret')
  await act(() => vi.advanceTimersByTimeAsync(1_500))
  await vi.waitFor(async () => expect(await navigator.clipboard.readText()).toBe(''))
})

test('what is missing is said in the language of the page, and nothing is sent', async () => {
  const sent: unknown[] = []
  const { person } = draw(
    <Form onSubmit={() => sent.push(1)} actions={<Button type="submit">Save</Button>}>
      <TextField label="Name" name="name" isRequired />
      <TextField label="Note" name="note" />
    </Form>,
  )
  await person.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Fill in this field.')).toBeTruthy()
  expect(sent).toEqual([])
  expect(screen.getByText('(optional)')).toBeTruthy()
  await person.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
  await person.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toEqual([1])
})

test('a file too large or of the wrong kind is refused with a sentence', async () => {
  const taken: (File | null)[] = []
  const { person, container } = draw(
    <FileDrop
      label="License"
      accept={['.json']}
      maxBytes={10}
      file={null}
      onChange={(file) => taken.push(file)}
    />,
  )
  const input = container.ownerDocument.querySelector<HTMLInputElement>('input[type="file"]')
  const give = async (name: string, size: number) => {
    if (input) await person.upload(input, new File(['x'.repeat(size)], name))
  }
  await give('license.json', 11)
  expect(screen.getByRole('alert').textContent).toContain('larger than 10 byte')
  await give('license.json', 5)
  expect(taken.map((file) => file?.name)).toEqual(['license.json'])
  expect(screen.getByRole('alert').textContent).toBe('')
})

const RIGHTS: readonly TreeNode[] = [
  {
    id: 'members',
    label: 'Members',
    children: [
      { id: 'manage', label: 'Manage' },
      { id: 'reset', label: 'Recover' },
      { id: 'fixed', label: 'Fixed', isDisabled: true },
    ],
  },
  { id: 'events', label: 'Events' },
]

function Rights() {
  const [value, setValue] = useState<ReadonlySet<string>>(new Set(['manage']))
  return (
    <>
      <CheckboxTree label="Rights" nodes={RIGHTS} value={value} onChange={setValue} isSearched />
      <output>{[...value].toSorted().join(' ')}</output>
    </>
  )
}

test('a branch is what its leaves are, and passes on what it is told', async () => {
  const { person } = draw(<Rights />)
  const branch = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Members' })
  expect(branch.indeterminate).toBe(true)
  await person.click(branch)
  expect(screen.getByRole('status').textContent).toBe('manage reset')
  await person.click(branch)
  expect(screen.getByRole('status').textContent).toBe('')
  await person.type(screen.getByRole('searchbox'), 'RECO')
  expect(screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual([
    'Members',
    'Recover',
  ])
})

function Client({ told }: { told: (string | null)[] }) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <Combobox
      label="Client"
      options={[
        { value: 'a', label: 'Acme' },
        { value: 'e', label: 'Brasserie Élan' },
      ]}
      value={value}
      onChange={(next) => {
        told.push(next)
        setValue(next)
      }}
    />
  )
}

test('one of many is found without its accents, and can be taken back', async () => {
  const told: (string | null)[] = []
  const { person } = draw(<Client told={told} />)
  await person.click(screen.getByRole('button', { name: /Client/ }))
  await person.type(await screen.findByRole('searchbox'), 'elan')
  const options = screen.getAllByRole('option')
  expect(options.map((option) => option.textContent)).toEqual(['Brasserie Élan'])
  await person.click(screen.getByRole('option'))
  await person.click(screen.getByRole('button', { name: 'Clear: Client' }))
  expect(told).toEqual(['e', null])
})

function Period({ start }: { start: DateRangeValue }) {
  const [value, setValue] = useState(start)
  return <DateRange label="Period" value={value} onChange={setValue} maxDays={30} />
}

test('a period that runs backwards or too long says so', () => {
  const cases = [
    ['2026-11-20', '2026-11-01', 'This is after the last day.'],
    ['2026-10-01', '2026-11-20', 'At most 30 days.'],
    ['2026-11-01', '2026-11-20', null],
    ['', '2026-11-20', null],
  ] as const
  for (const [from, to, problem] of cases) {
    const { unmount } = draw(<Period start={{ from, to }} />)
    const said = ['This is after the last day.', 'At most 30 days.'].filter((text) =>
      screen.queryByText(text),
    )
    expect(said, `${from} ${to}`).toEqual(problem === null ? [] : [problem])
    unmount()
  }
})

test('a period reaches to the last moment of its last day', () => {
  const { start, end } = instantsOf({ from: '2026-11-01', to: '2026-11-20' })
  expect(start).toEqual(new Date(2026, 10, 1, 0, 0, 0, 0))
  expect(end).toEqual(new Date(2026, 10, 20, 23, 59, 59, 999))
  expect(instantsOf({ from: '', to: '' })).toEqual({ start: null, end: null })
})
