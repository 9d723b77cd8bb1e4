import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ApiError } from '../api'
import { Button, ConfirmDialog, Form, PageHead, Select, TextField, UiProvider } from '.'

const shown = (what: React.ReactNode) =>
  render(
    <UiProvider go={() => {}} addressOf={(path) => `/app${path}`}>
      {what}
    </UiProvider>,
  )

function Refused() {
  const [error, setError] = useState<unknown>(null)
  const refuse = () => setError(new ApiError(400, 'No.', { BillingEmail: ['Not an address.'] }))
  return (
    <Form onSubmit={refuse} error={error} actions={<Button type="submit">Save</Button>}>
      <TextField label="Name" name="name" defaultValue="Acme" />
      <TextField label="Mail" name="billingEmail" defaultValue="x" />
    </Form>
  )
}

function Deleting({ done }: { done: string[] }) {
  const [isOpen, setOpen] = useState(true)
  return (
    <ConfirmDialog
      title="Delete Acme?"
      typed="Acme"
      confirmLabel="Delete"
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => done.push('deleted')}
    />
  )
}

test('a server error marks its field, whatever its case, and the field gets the focus', async () => {
  shown(<Refused />)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const mail = screen.getByRole('textbox', { name: /Mail/ })
  expect(mail.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Not an address.')).toBeTruthy()
  expect(document.activeElement).toBe(mail)
})

test('a typed confirmation does nothing until the name is right', async () => {
  const done: string[] = []
  shown(<Deleting done={done} />)
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  expect(done).toEqual([])
  await userEvent.type(screen.getByRole('textbox'), 'Acme')
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  expect(done).toEqual(['deleted'])
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('a choice is told once', async () => {
  const chosen: string[] = []
  shown(
    <Select
      label="Role"
      options={[
        { value: 'admin', label: 'Administrator' },
        { value: 'user', label: 'User' },
      ]}
      onChange={(value) => chosen.push(value)}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: /Role/ }))
  await userEvent.click(screen.getByRole('option', { name: 'User' }))
  expect(chosen).toEqual(['user'])
})

test('a page names the window', () => {
  shown(<PageHead title="Members" context="Acme" menu={[]} />)
  expect(document.title).toBe('Members · Acme · Wardstead')
  expect(screen.getByRole('heading', { level: 1, name: 'Members' })).toBeTruthy()
})
