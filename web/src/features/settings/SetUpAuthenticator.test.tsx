import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { person as owner } from '../../../test/person'
import { show } from '../../../test/render'
import { serve } from '../../../test/server'
import { SetUpAuthenticator } from './SetUpAuthenticator'

it('shows the key as a picture and in groups, and takes the first code', async () => {
  let isDone = false
  const asked = serve({
    'POST /api/two-factor/get-authenticator': () => ({
      authenticator: { key: 'ABCDEFGHIJ' },
      userVerificationToken: 'ticket',
    }),
    'PUT /api/two-factor/authenticator': () => ({}),
  })
  const done = async () => {
    isDone = true
  }
  const { person } = show(
    () => <SetUpAuthenticator hash="hash" onDone={done} onClose={() => {}} />,
    { profile: { ...owner, organizations: [] } },
  )
  expect(await screen.findByRole('img', { name: 'Code for your authenticator app' })).toBeTruthy()
  expect(screen.getByText('ABCD EFGH IJ')).toBeTruthy()
  await person.type(screen.getByLabelText('Six digits the app shows now'), '123 456')
  await person.click(screen.getByRole('button', { name: 'Turn on' }))
  await expect.poll(() => isDone).toBe(true)
  expect(asked.at(-1)?.body).toEqual({
    key: 'ABCDEFGHIJ',
    token: '123456',
    userVerificationToken: 'ticket',
  })
})
