import { useState } from 'react'
import { useText } from '../../../i18n'
import { Button, Dialog, Form, NumberField, toast } from '../../../ui'
import { type OrganizationView, useSetSeats } from './queries'

/** Gives an organization another number of seats; the server knows what its plan allows. */
export function SeatsDialog({ data, onClose }: { data: OrganizationView; onClose: () => void }) {
  const { common, system } = useText()
  const { organization: words, organizations: list } = system
  const [seats, setSeats] = useState(data.seats ?? data.occupiedSeats)
  const { mutate, error, isPending } = useSetSeats(data.id)
  const submit = () =>
    mutate(seats, {
      onSuccess: () => {
        toast(words.seatsChanged(data.name, seats))
        onClose()
      },
    })
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={words.changeSeats}>
      <Form
        aria-label={words.changeSeats}
        error={error}
        onSubmit={submit}
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {common.actions.save}
            </Button>
          </>
        }
      >
        <NumberField
          name="seats"
          label={list.seats}
          description={words.seatsTaken(data.occupiedSeats)}
          value={seats}
          onChange={setSeats}
          minValue={1}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
