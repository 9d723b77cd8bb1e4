import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { show } from '../../../../test/render'
import { serve } from '../../../../test/server'
import type { OrganizationView } from './queries'
import { SeatsDialog } from './SeatsDialog'

const acme = (more: Partial<OrganizationView>) =>
  ({
    id: 'acme',
    name: 'Acme',
    seats: 10,
    occupiedSeats: 5,
    seatsRange: { least: 5, most: 1000 },
    ...more,
  }) as OrganizationView

/** Opens the dialog, writes a number, and sends it. */
async function save(seats: string) {
  const asked = serve({ 'PUT /admin/organizations/acme/seats': () => undefined })
  const close = vi.fn()
  const { person } = show(() => <SeatsDialog data={acme({})} onClose={close} />)
  const field = await screen.findByRole('textbox', { name: 'Seats' })
  await person.clear(field)
  await person.type(field, seats)
  await person.click(screen.getByRole('button', { name: 'Save' }))
  return { asked, close }
}

describe('the seats of an organization', () => {
  it.each(['5', '1000'])('become %s, which is possible', async (seats) => {
    const { asked, close } = await save(seats)
    expect(screen.getByText(/^5 are taken\. You can give from 5 to 1,000:/)).toBeTruthy()
    await waitFor(() => expect(close).toHaveBeenCalled())
    expect(asked.map(({ body }) => body)).toEqual([{ seats: Number(seats) }])
  })

  it.each([
    ['1001', 'This number is too high.'],
    ['4', 'This number is too low.'],
  ])('do not become %s, and it is said why', async (seats, why) => {
    const { asked, close } = await save(seats)
    expect(await screen.findByText(why)).toBeTruthy()
    expect(asked).toEqual([])
    expect(close).not.toHaveBeenCalled()
  })

  it('are not asked for where the plan or a license says how many there are', () => {
    show(() => <SeatsDialog data={acme({ seatsRange: null })} onClose={() => {}} />)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
