import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { Page } from './SponsorshipsPage'

const ORGANIZATION = '0f1e9c1e-0000-4000-8000-000000000001'
const ROOM = '/api/organization/sponsorship'

const config = (cloudRegion: string | null) => ({
  version: '2026.9.0',
  environment: { cloudRegion, vault: 'http://localhost' },
  settings: { disableUserRegistration: false },
})

const profile = (more: object) => ({
  email: 'ines@acme.example',
  organizations: [
    {
      id: ORGANIZATION,
      name: 'Acme',
      type: 2,
      status: 2,
      key: null,
      familySponsorshipAvailable: true,
      familySponsorshipFriendlyName: null,
      ...more,
    },
  ],
})

const sent = profile({
  familySponsorshipAvailable: false,
  familySponsorshipFriendlyName: 'ines@home.example',
})

const row = (more: object) => ({
  id: '0f1e9c1e-0000-4000-8000-000000000002',
  recipientEmail: 'ines@home.example',
  friendlyName: 'ines@home.example',
  status: 'sent',
  since: '2026-05-01T10:00:00Z',
  next: 'expires',
  nextAt: '2026-10-30T10:00:00Z',
  toDelete: false,
  awaitingSync: false,
  validUntil: null,
  ...more,
})

describe('the sponsorships of a member', () => {
  it('offers one to a personal address, and says that the cloud hears of it by a sync', async () => {
    const asked = serve({
      'GET /api/config': () => config(null),
      [`GET ${ROOM}/self-hosted/${ORGANIZATION}/own`]: () => new Answered(204),
      [`POST ${ROOM}/self-hosted/${ORGANIZATION}/families-for-enterprise`]: () => undefined,
    })
    const { person } = show(Page, { profile: profile({}) })
    await person.type(await screen.findByLabelText(/Personal e-mail address/), 'ines@home.example')
    await person.click(screen.getByRole('button', { name: 'Request the offer' }))
    expect(await screen.findByText(/sent after the next sync/)).toBeTruthy()
    const posted = asked.find(({ method }) => method === 'POST')
    expect(posted?.body).toEqual({
      planSponsorshipType: 0,
      sponsoredEmail: 'ines@home.example',
      friendlyName: 'ines@home.example',
    })
  })

  it('refuses the address of the account before anything is sent', async () => {
    const asked = serve({
      'GET /api/config': () => config('US'),
      [`GET ${ROOM}/${ORGANIZATION}/own`]: () => new Answered(204),
    })
    const { person } = show(Page, { profile: profile({}) })
    await person.type(await screen.findByLabelText(/Personal e-mail address/), 'INES@acme.example')
    await person.click(screen.getByRole('button', { name: 'Send the offer' }))
    expect(screen.getByText(/Choose another address/)).toBeTruthy()
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('sends the mail again on the cloud alone', async () => {
    const asked = serve({
      'GET /api/config': () => config('US'),
      [`GET ${ROOM}/${ORGANIZATION}/own`]: () => row({}),
      [`POST ${ROOM}/${ORGANIZATION}/families-for-enterprise/resend`]: () => undefined,
    })
    const { person } = show(Page, { profile: sent })
    await person.click(await screen.findByRole('button', { name: 'More actions' }))
    await person.click(screen.getByRole('menuitem', { name: 'Resend e-mail' }))
    expect(await screen.findByText('E-mail sent')).toBeTruthy()
    const resent = asked.find(({ path }) => path.endsWith('/resend'))
    expect(resent?.query.get('sponsoredFriendlyName')).toBe('ines@home.example')
  })

  it('names the day until which an accepted one stays free before it is removed', async () => {
    const active = row({
      status: 'active',
      next: 'renews',
      nextAt: '2027-05-01T10:00:00Z',
      validUntil: '2027-05-01T10:00:00Z',
    })
    const asked = serve({
      'GET /api/config': () => config('US'),
      [`GET ${ROOM}/${ORGANIZATION}/own`]: () => active,
      [`DELETE ${ROOM}/${ORGANIZATION}`]: () => undefined,
    })
    const { person } = show(Page, { profile: sent })
    await person.click(await screen.findByRole('button', { name: 'More actions' }))
    await person.click(screen.getByRole('menuitem', { name: 'Remove' }))
    const dialog = await screen.findByRole('alertdialog')
    expect(within(dialog).getByText(/ines@home\.example stays free until May 1, 2027/)).toBeTruthy()
    await person.click(within(dialog).getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('Sponsorship removed')).toBeTruthy()
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(true)
  })
})
