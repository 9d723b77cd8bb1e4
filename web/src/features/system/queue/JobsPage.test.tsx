import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { show } from '../../../../test/render'
import { serve } from '../../../../test/server'
import { Page } from './JobsPage'

const done = {
  id: 'job',
  kind: 'mail.send',
  state: 'done',
  attempts: 1,
  runDate: '2026-11-20T00:00:00Z',
  creationDate: '2026-11-20T00:00:00Z',
}

// the table is loaded when it is first shown, which no test need wait for
beforeAll(() => import('../../../ui/table/DataTable'))

test('where nothing waits, what is done can still be asked for', async () => {
  const asked = serve({
    'GET /admin/jobs': ({ query }) => ({
      object: 'list',
      data: query.get('state') === 'done' ? [done] : [],
      continuationToken: null,
    }),
  })
  const { person } = show(Page)
  expect(await screen.findByText('Nothing waits')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Not done' }).getAttribute('aria-checked')).toBe('true')
  await person.click(screen.getByRole('radio', { name: 'Done' }))
  expect(await screen.findByText('Send letters')).toBeTruthy()
  await waitFor(() => expect(asked.at(-1)?.query.get('state')).toBe('done'))
})

test('a job that failed says why, that it waits again, and runs when it is asked to', async () => {
  const failed = {
    ...done,
    state: 'waiting',
    error: 'Connection refused',
    finishedDate: '2026-11-20T00:01:00Z',
  }
  const asked = serve({
    'GET /admin/jobs': () => ({ object: 'list', data: [failed], continuationToken: null }),
    'POST /admin/jobs/job/retry': () => undefined,
  })
  const { person } = show(Page)
  await person.click(await screen.findByText('Connection refused'))
  const drawer = within(await screen.findByRole('dialog', { name: 'Send letters' }))
  expect(drawer.getByText('Connection refused')).toBeTruthy()
  expect(drawer.getByText('Asked for')).toBeTruthy()
  expect(drawer.queryByText('Ended')).toBeNull()
  await person.click(drawer.getByRole('button', { name: 'More actions' }))
  await person.click(await screen.findByRole('menuitem', { name: 'Try now' }))
  await waitFor(() => expect(asked.map(({ path }) => path)).toContain('/admin/jobs/job/retry'))
})
