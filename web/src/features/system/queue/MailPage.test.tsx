import { screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { show } from '../../../../test/render'
import { serve } from '../../../../test/server'
import { Page } from './MailPage'

const letter = {
  id: 'mail',
  to: 'anna@example.com',
  state: 'kept',
  template: 'invitation',
  language: 'en',
  subject: 'You are invited',
  attempts: 0,
  creationDate: '2026-11-20T00:00:00Z',
}

// the table is loaded when it is first shown, which no test need wait for
beforeAll(() => import('../../../ui/table/DataTable'))

test('letters are found by the beginning of an address', async () => {
  const asked = serve({
    'GET /admin/mails': ({ query }) => ({
      object: 'list',
      data: letter.to.startsWith(query.get('toBeginsWith') ?? '') ? [letter] : [],
      continuationToken: null,
    }),
  })
  const { person } = show(Page)
  expect(await screen.findByText('You are invited')).toBeTruthy()
  const search = screen.getByRole('searchbox')
  expect(search.getAttribute('placeholder')).toBe('Beginning of an e-mail address')
  await person.type(search, 'ann')
  await waitFor(() => expect(asked.at(-1)?.query.get('toBeginsWith')).toBe('ann'))
  expect(screen.getByText('You are invited')).toBeTruthy()
  await person.type(search, 'e')
  await waitFor(() => expect(screen.queryByText('You are invited')).toBeNull())
})
