import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
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
