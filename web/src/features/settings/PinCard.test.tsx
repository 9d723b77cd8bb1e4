import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { serve } from '../../../test/server'
import { logOut } from '../../session'
import { pin } from '../../session/pin'
import { PinCard } from './PinCard'

afterEach(() => logOut())

async function begin(policies: readonly object[] = []) {
  const acme = { id: 'acme', name: 'Acme', enabled: true, usePolicies: true }
  serve({
    ...signInRoutes,
    'GET /api/sync': () => ({ profile: { organizations: [acme] }, policies }),
  })
  await signIn()
  return show(PinCard)
}

const button = (name: string) => screen.findByRole('button', { name })

describe('the card of the PIN', { timeout: 60_000 }, () => {
  it('sets one, changes it and takes it back', async () => {
    const { person } = await begin()
    await person.click(await button('Set a PIN'))
    await person.type(await screen.findByLabelText('PIN'), '123{Enter}')
    expect(await screen.findByText('A PIN has at least 4 characters.')).toBeTruthy()
    await person.type(screen.getByLabelText('PIN'), '4{Enter}')
    const change = await screen.findByRole(
      'button',
      { name: 'Change the PIN' },
      { timeout: 30_000 },
    )
    expect(screen.getByText('A PIN is set in this tab.')).toBeTruthy()
    expect(await screen.findByText('The PIN is set.')).toBeTruthy()
    expect(pin()).toBe('set')
    await person.click(change)
    await person.type(await screen.findByLabelText('New PIN'), '4321{Enter}')
    expect(await screen.findByText('The PIN was changed.', {}, { timeout: 30_000 })).toBeTruthy()
    await person.click(await button('Remove the PIN'))
    expect(pin()).toBe('none')
    await waitFor(async () => expect(document.activeElement).toBe(await button('Set a PIN')))
  })

  it('says which organization forbids it', async () => {
    await begin([{ organizationId: 'acme', type: 14, enabled: true }])
    expect(await screen.findByText(/with a PIN: Acme\.$/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Set a PIN' })).toBeNull()
  })
})
