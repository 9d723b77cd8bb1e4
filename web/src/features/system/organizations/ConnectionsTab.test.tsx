import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../../../../test/render'
import { Answered, serve } from '../../../../test/server'
import { ConnectionsTab } from './ConnectionsTab'
import type { OrganizationView } from './queries'

const data = {
  id: 'acme',
  name: 'Acme',
  connections: [{ type: 1, enabled: true, lastLicenseSync: null }],
  connectedServers: [],
} as unknown as OrganizationView

const PANEL = { status: 'ok', beginsHere: true, pending: 0, runs: [], steps: [] }

test.each([
  [
    'what helps',
    'billing_key_wrong',
    'The token was rotated on the cloud. Enter the new one here.',
  ],
  ['nothing else, where nothing is known to help', 'no_such_code', null],
])('of a sync that fails it is said why, and %s', async (_, code, cure) => {
  serve({
    'GET /admin/organizations/acme/sync': () => PANEL,
    'POST /admin/organizations/acme/sync': () => new Answered(400, { message: 'No.', code }),
  })
  const { person } = show(() => <ConnectionsTab data={data} />)
  await person.click(await screen.findByRole('button', { name: 'Manually Sync' }))
  const why = await screen.findByText('No.')
  expect(why.nextElementSibling?.textContent ?? null).toBe(cure)
})
