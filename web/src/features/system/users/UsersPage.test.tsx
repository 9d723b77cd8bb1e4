import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../../../../test/render'
import { serve } from '../../../../test/server'
import { Page } from './UsersPage'

const line = (email: string) => ({
  id: email.split('@')[0] ?? '',
  email,
  name: null,
  emailVerified: true,
  twoStep: false,
  premium: false,
  enabled: true,
  organizations: 1,
  creationDate: '2026-11-01T00:00:00Z',
  lastActivity: null,
})

const view = (email: string) => ({ ...line(email), sessions: 2, devices: [], organizations: [] })

const COUNTS = { total: 3, unverified: 1, twoStep: 0, disabled: 0 }

test('accounts are searched and filtered by the server, page by page', async () => {
  const asked = serve({
    'GET /admin/users': ({ query }) =>
      query.get('continuationToken')
        ? { object: 'list', data: [line('zoe@example.com')], continuationToken: null }
        : {
            object: 'list',
            data: [line('ada@example.com'), line('bea@example.com')],
            counts: COUNTS,
            continuationToken: 'next',
          },
  })
  const { person } = show(Page)
  expect(await screen.findByText('ada@example.com')).toBeTruthy()
  expect(screen.getByText('3 accounts, all of which may sign in.')).toBeTruthy()

  await person.click(screen.getByRole('button', { name: 'Load more' }))
  expect(await screen.findByText('zoe@example.com')).toBeTruthy()

  await person.click(screen.getByRole('radio', { name: /^Not verified/ }))
  await waitFor(() => expect(asked.at(-1)?.query.get('state')).toBe('unverified'))
  await person.type(screen.getByRole('searchbox'), 'ada')
  await waitFor(() => expect(asked.at(-1)?.query.get('search')).toBe('ada'))
})

test('an account is disabled after it is said what follows', async () => {
  const asked = serve({
    'GET /admin/users': () => ({
      object: 'list',
      data: [line('ada@example.com')],
      counts: COUNTS,
      continuationToken: null,
    }),
    'GET /admin/users/ada': () => view('ada@example.com'),
    'POST /admin/users/ada/disable': () => undefined,
  })
  const { person } = show(Page)
  await person.click(await screen.findByRole('button', { name: 'Actions: ada@example.com' }))
  await person.click(await screen.findByRole('menuitem', { name: 'Disable' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Disable ada@example.com?' })
  expect(within(dialog).getByText(/^2 open sessions end at once/)).toBeTruthy()
  await person.click(within(dialog).getByRole('button', { name: 'Disable' }))
  await waitFor(() =>
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(
      'POST /admin/users/ada/disable',
    ),
  )
})
