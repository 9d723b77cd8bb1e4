import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { show } from '../../../../test/render'
import { serve } from '../../../../test/server'
import { EventsTab } from './EventsTab'

const LOG = 'GET /admin/organizations/acme/events'

const page = (more: object) => ({
  object: 'list',
  data: [],
  names: [],
  policies: [],
  continuationToken: null,
  ...more,
})

// the table is loaded when it is first shown, which no test need wait for
beforeAll(() => import('../../../ui/table/DataTable'))

test('the operator reads what happened, with the names each page brings', async () => {
  const date = '2026-05-01T10:00:00Z'
  serve({
    [LOG]: ({ query }) =>
      query.get('continuationToken') === 'older'
        ? page({
            data: [
              { type: 1501, date, actingUserId: 'u1', organizationUserId: 'm1' },
              { type: 1700, date, actingUserId: 'u1', policyId: 'p1' },
              { type: 9020, date, installationId: 'i1' },
            ],
            names: [
              { id: 'm1', name: 'member@acme.example' },
              { id: 'i1', name: 'servers@acme.example' },
            ],
            policies: [{ id: 'p1', type: 13 }],
          })
        : page({
            data: [{ type: 1000, date, actingUserId: 'u1' }],
            names: [{ id: 'u1', name: 'owner@acme.example' }],
            continuationToken: 'older',
          }),
  })
  const { person } = show(() => <EventsTab id="acme" />)
  expect(await screen.findByText('owner@acme.example logged in.')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: 'Load more' }))
  expect(await screen.findByText('owner@acme.example confirmed member@acme.example.')).toBeTruthy()
  expect(screen.getByText(/^owner@acme.example changed the policy “/)).toBeTruthy()
  expect(
    screen.getByText('The server of servers@acme.example downloaded the license.'),
  ).toBeTruthy()
  expect(screen.getByText('4 events in the period.')).toBeTruthy()
})

test('a quiet organization says so', async () => {
  serve({ [LOG]: () => page({}) })
  show(() => <EventsTab id="acme" />)
  expect(await screen.findByText('Nothing happened in this period')).toBeTruthy()
})
