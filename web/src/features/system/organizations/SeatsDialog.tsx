import { useState } from 'react'
import { useFormat, useText } from '../../../i18n'
import { Dialog, Form, FormActions, NumberField, toast } from '../../../ui'
import { type OrganizationView, useSetSeats } from './queries'

interface Props {
  data: OrganizationView
  onClose: () => void
}

/** Gives an organization another number of seats, where it can have another. */
export function SeatsDialog({ data, onClose }: Props) {
  return data.seatsRange ? <Asking {...{ data, onClose }} range={data.seatsRange} /> : null
}

type Range = NonNullable<OrganizationView['seatsRange']>

function Asking({ data, range, onClose }: Props & { range: Range }) {
  const { common, system } = useText()
  const { organization: words, organizations: list } = system
  const { number } = useFormat()
  const { least, most } = range
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
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
        }
      >
        <NumberField
          name="seats"
          label={list.seats}
          description={words.seatsPossible(data.occupiedSeats, number(least), number(most))}
          value={seats}
          onChange={setSeats}
          minValue={least}
          maxValue={most}
          // told that it is too much, rather than given the most
          commitBehavior="validate"
          step={1}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
