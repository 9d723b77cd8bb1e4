import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { show } from '../../../test/render'
import { ApiError } from '../../api'
import { Button } from '../action/Button'
import { Form } from './Form'
import { TextField } from './TextField'

const refused = new ApiError(400, 'Wrong.', { name: ['Wrong.'] })

const send = vi.fn()

function Page() {
  const [error, setError] = useState<ApiError | null>(null)
  return (
    <Form
      error={error}
      onSubmit={(values) => {
        send(values.get('name'))
        setError(refused)
      }}
      actions={<Button type="submit">Send</Button>}
    >
      <TextField label="Name" name="name" isRequired />
    </Form>
  )
}

it('takes back what it said of a field while that is corrected, and keeps each letter', async () => {
  const { person } = show(Page)
  await person.type(await screen.findByLabelText('Name'), 'one')
  await person.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText('Wrong.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))

  await person.type(screen.getByLabelText('Name'), ' two')
  expect(screen.queryByText('Wrong.')).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Send' }))
  expect(send.mock.calls).toEqual([['one'], ['one two']])
})
