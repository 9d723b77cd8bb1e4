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

const panel = (steps: object[] = []) => ({
  status: 'ok',
  beginsHere: true,
  pending: 0,
  runs: [],
  steps,
})

const ROTATED = 'The token was rotated on the cloud. Enter the new one here.'

test.each([
  ['what helps', 'billing_key_wrong', [], ROTATED],
  ['what helps its step', null, [{ state: 'failed', code: 'billing_key_wrong' }], ROTATED],
  ['nothing else, where nothing is known to help', 'no_such_code', [], null],
])('of a sync that fails it is said why, and %s', async (_, code, steps, cure) => {
  serve({
    'GET /admin/organizations/acme/sync': () => panel(steps),
    'POST /admin/organizations/acme/sync': () => new Answered(400, { message: 'No.', code }),
  })
  const { person } = show(() => <ConnectionsTab data={data} />)
  await person.click(await screen.findByRole('button', { name: 'Manually Sync' }))
  const why = await screen.findByText('No.')
  expect(why.nextElementSibling?.textContent ?? null).toBe(cure)
})
