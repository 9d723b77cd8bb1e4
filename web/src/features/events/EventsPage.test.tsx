import { screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { show } from '../../../test/render'
import { serve } from '../../../test/server'
import { RequireOrganization } from '../../session'
import { Page } from './EventsPage'

const OWNER = 0
const USER = 2
const LOG = 'GET /api/organizations/acme/events'

const Shown = () => (
  <RequireOrganization missing={null}>
    <Page />
  </RequireOrganization>
)

const open = (more: object) =>
  show(Shown, {
    address: '/org/acme/events',
    route: '/org/$orgId/events',
    profile: {
      organizations: [
        { id: 'acme', name: 'Acme', type: OWNER, status: 2, useEvents: true, ...more },
      ],
    },
  })

const around = {
  'GET /api/organizations/acme/users/mini-details': () => ({
    data: [{ id: 'm1', userId: 'u1', name: 'Inès', email: 'ines@acme.example' }],
  }),
  'GET /api/organizations/acme/policies': () => ({ data: [] }),
}

const login = (date: string) => ({ type: 1000, actingUserId: 'u1', date })

// the table is loaded when it is first shown, which no test need wait for
beforeAll(() => import('../../ui/table/DataTable'))

describe('the event log of an organization', () => {
  it('is told in words, page by page', async () => {
    const asked = serve({
      ...around,
      [LOG]: ({ query }) =>
        query.get('continuationToken') === 'older'
          ? { data: [{ ...login('2026-05-01T10:00:00Z'), type: 1600 }], continuationToken: null }
          : { data: [login('2026-05-02T10:00:00Z')], continuationToken: 'older' },
    })
    const { person } = open({})
    expect(await screen.findByText('Inès logged in.')).toBeTruthy()
    expect(screen.queryByText('Inès changed the organization.')).toBeNull()
    await person.click(screen.getByRole('button', { name: 'Load more' }))
    expect(await screen.findByText('Inès changed the organization.')).toBeTruthy()
    expect(screen.getByText('2 events in the period.')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull())
    const days = asked.find(({ path }) => path.endsWith('/events'))?.query
    const length = Date.parse(days?.get('end') ?? '') - Date.parse(days?.get('start') ?? '')
    expect(Math.round(length / 86_400_000)).toBe(30)
  })

  it('says when nothing happened', async () => {
    serve({ ...around, [LOG]: () => ({ data: [], continuationToken: null }) })
    open({})
    expect(await screen.findByText('Nothing happened in this period')).toBeTruthy()
  })

  it.each([
    ['without the right', { type: USER, permissions: {} }, 'You may not read the event log'],
    ['without it in the plan', { useEvents: false }, 'This plan keeps no event log'],
  ])('is not asked for %s', async (_, more, why) => {
    const asked = serve(around)
    open(more)
    expect(await screen.findByText(why)).toBeTruthy()
    expect(asked).toEqual([])
  })
})
