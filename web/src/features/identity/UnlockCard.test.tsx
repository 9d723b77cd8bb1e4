import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person as owner, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { serve } from '../../../test/server'
import { beginSession, lock, logOut, session } from '../../session'
import { PIN_TRIES, setPin } from '../../session/pin'
import { UnlockCard } from './UnlockCard'

const pin = 'été7'

beforeAll(() => beginSession())

beforeEach(async () => {
  serve(signInRoutes)
  await signIn()
  await setPin(pin)
  await lock()
})

afterEach(() => logOut())

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label)
const focused = (element: Element) => waitFor(() => expect(document.activeElement).toBe(element))

// a PIN is slow to try, on purpose
describe('a locked vault with a PIN', { timeout: 60_000 }, () => {
  it('opens with it', async () => {
    const { person } = show(UnlockCard)
    const asked = await field('PIN')
    await focused(asked)
    expect(asked.type).toBe('password')
    await person.type(asked, `${pin}{Enter}`)
    await waitFor(() => expect(session().state).toBe('unlocked'), { timeout: 30_000 })
  })

  it('opens with the master password as well', async () => {
    const { person } = show(UnlockCard)
    await field('PIN')
    await person.click(screen.getByRole('button', { name: 'Use the master password instead' }))
    await focused(await field('Master password'))
    await person.click(screen.getByRole('button', { name: 'Use the PIN instead' }))
    await focused(await field('PIN'))
    await person.click(screen.getByRole('button', { name: 'Use the master password instead' }))
    await person.type(await field('Master password'), `${owner.password}{Enter}`)
    await waitFor(() => expect(session().state).toBe('unlocked'))
  })

  it('counts wrong ones, and wants the master password in the end', async () => {
    const { person } = show(UnlockCard)
    const asked = await field('PIN')
    for (let left = PIN_TRIES - 1; left > 0; left -= 1) {
      await person.type(asked, 'wrong{Enter}')
      const said = left === 1 ? '1 try is left.' : `${left} tries are left.`
      await screen.findByText(`This is not your PIN. ${said}`, {}, { timeout: 30_000 })
      await focused(asked)
    }
    await person.type(asked, 'wrong{Enter}')
    await screen.findByText('The PIN is forgotten', {}, { timeout: 30_000 })
    await focused(await field('Master password'))
    expect(screen.queryByLabelText('PIN')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Use the PIN instead' })).toBeNull()
  })
})
