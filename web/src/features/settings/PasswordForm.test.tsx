import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { person as owner } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { PasswordForm } from './PasswordForm'

const organization = (id: string, name: string, usePolicies = true) => ({ id, name, usePolicies })
const policy = (id: string) => `GET /api/organizations/${id}/policies/master-password`

it('shows what organizations ask of a new master password, before it is typed', async () => {
  const asked = serve({
    [policy('acme')]: () => ({ enabled: true, data: { minLength: 16, requireUpper: true } }),
    [policy('basic')]: () => ({ enabled: true, data: { minLength: 8 } }),
    [policy('off')]: () => ({ enabled: false, data: { minLength: 20 } }),
    [policy('none')]: () => new Answered(404, { message: 'Resource not found.' }),
  })
  show(PasswordForm, {
    profile: {
      ...owner,
      organizations: [
        organization('acme', 'Acme'),
        organization('basic', 'Basic'),
        organization('off', 'Off'),
        organization('none', 'None'),
        organization('without', 'Without', false),
      ],
    },
  })
  expect(await screen.findByText(/stricter rules than this server: Acme\.$/)).toBeTruthy()
  expect(screen.getByText('At least 16 characters')).toBeTruthy()
  expect(screen.getByText('A capital letter')).toBeTruthy()
  expect(asked.some(({ path }) => path.includes('without'))).toBe(false)
})
