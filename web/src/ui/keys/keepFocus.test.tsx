import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { draw } from '../../../test/ui'
import { Button, ConfirmDialog, Form, PageHead, TextField } from '..'

function Waiting() {
  const [isWaiting, setWaiting] = useState(true)
  const [isOpen, setOpen] = useState(false)
  return (
    <main>
      <PageHead title="Members" />
      <Button onPress={() => {}}>Invite</Button>
      {isWaiting && <Button onPress={() => setOpen(true)}>Confirm</Button>}
      <ConfirmDialog
        title="Confirm?"
        confirmLabel="Yes"
        isOpen={isOpen}
        onOpenChange={setOpen}
        onConfirm={() => setWaiting(false)}
      />
    </main>
  )
}

test('a dialog gives the focus back to what opened it', async () => {
  const { person } = draw(<Waiting />)
  await person.click(screen.getByRole('button', { name: 'Confirm' }))
  await person.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Confirm' })),
  )
})

test('the title of the page has the focus when what opened a dialog is gone', async () => {
  const { person } = draw(<Waiting />)
  await person.click(screen.getByRole('button', { name: 'Confirm' }))
  await person.click(await screen.findByRole('button', { name: 'Yes' }))
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})

function Covered() {
  const [isThere, setThere] = useState(true)
  return (
    <>
      <main>
        <PageHead title="Members" />
      </main>
      <div role="dialog" aria-label="Ada" tabIndex={-1}>
        {isThere && (
          <button type="button" onClick={() => setThere(false)}>
            Done
          </button>
        )}
      </div>
    </>
  )
}

test('what lies over the page has the focus when what had it there is gone', async () => {
  const { person } = draw(<Covered />)
  await person.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog')))
})

function Asking() {
  const [isAnswered, setAnswered] = useState(false)
  return (
    <main>
      <PageHead title="Delete" />
      {!isAnswered && (
        <Form onSubmit={() => setAnswered(true)}>
          <TextField label="Address" autoFocus />
        </Form>
      )}
    </main>
  )
}

test('the title has the focus when the field is gone that had it from the beginning', async () => {
  const { person } = draw(<Asking />)
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await person.keyboard('{Enter}')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})
