import { act, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import { ActivityPanel } from './ActivityPanel'
import { forgetWork, startWork, sumOf, type Work } from './work'

const open = async (person: ReturnType<typeof draw>['person']) => {
  await person.click(screen.getByRole('button', { name: /Activity|running/ }))
  return screen.getByRole('dialog', { name: 'Activity' })
}

/** Work that goes on when told to. */
function gate() {
  let go = () => {}
  const opened = new Promise<void>((done) => {
    go = done
  })
  return { opened, go }
}

beforeEach(() => {
  for (let id = 1; id < 100; id++) forgetWork(id)
})

test('work says how far it is, and what became of what failed', async () => {
  const { person } = draw(<ActivityPanel />)
  const { opened, go } = gate()
  let again = 0
  let ended: Promise<Work['state']> | undefined
  await act(async () => {
    ended = startWork({
      name: 'Confirm 3 members',
      total: 3,
      run: async ({ report }) => {
        report({ name: 'Ada', outcome: 'done' })
        await opened
        report({ name: 'Bea', outcome: 'skipped', reason: 'Already confirmed' })
        report({
          name: 'Carl',
          outcome: 'failed',
          reason: 'The server is busy.',
          retry: async () => {
            again++
          },
        })
      },
    })
  })
  const panel = await open(person)
  expect(within(panel).getByText('1 of 3')).toBeTruthy()
  expect(within(panel).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1')
  await act(async () => {
    go()
    await ended
  })
  expect(within(panel).getByText('Ended, 1 failed')).toBeTruthy()
  expect(within(panel).getByText('The server is busy.')).toBeTruthy()
  expect(within(panel).getByText('Already confirmed')).toBeTruthy()
  expect(within(panel).queryByText('Ada')).toBeNull()
  await person.click(within(panel).getByRole('button', { name: 'Try 1 again' }))
  expect(again).toBe(1)
  expect(within(panel).queryByText('The server is busy.')).toBeNull()
  expect(await ended).toBe('done')
})

test('canceled work stops at the next object', async () => {
  const { person } = draw(<ActivityPanel />)
  const { opened, go } = gate()
  let ended: Promise<Work['state']> | undefined
  const seen: string[] = []
  await act(async () => {
    ended = startWork({
      name: 'Invite',
      run: async ({ signal }) => {
        await opened
        if (!signal.aborted) seen.push('second')
      },
    })
  })
  const panel = await open(person)
  await person.click(within(panel).getByRole('button', { name: 'Cancel' }))
  await act(async () => {
    go()
    await ended
  })
  expect(seen).toEqual([])
  expect(within(panel).getByText('Canceled')).toBeTruthy()
})

test('only work that needs this tab asks before it is closed', async () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  for (const needsTab of [false, true]) {
    const { opened, go } = gate()
    const ended = startWork({ name: 'Rotate', needsTab, run: () => opened })
    expect(leave(), String(needsTab)).toBe(needsTab)
    go()
    await ended
    expect(leave()).toBe(false)
  }
})

test('the window shows the gravest of what is under way', () => {
  const work = (part: Partial<Work>): Work => ({
    id: 1,
    name: 'x',
    total: 1,
    results: [],
    state: 'done',
    startedAt: 0,
    endedAt: 1,
    needsTab: false,
    error: null,
    ...part,
  })
  const broken = work({ results: [{ name: 'a', outcome: 'failed' }] })
  expect(sumOf([])).toBeNull()
  expect(sumOf([work({})])).toBe('done')
  expect(sumOf([work({}), broken])).toBe('failed')
  expect(sumOf([broken, work({ state: 'running' })])).toBe('running')
})
