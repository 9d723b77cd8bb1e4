import { useState } from 'react'
import { useText } from '../../../i18n'
import { Callout, Dialog, Form, FormActions, instantsOf, Text, TextField, toast } from '../../../ui'
import { type OrganizationView, useSetPeriod } from './queries'

/** Lets the paid period of an organization end on another day, at its last moment. */
export function PeriodDialog({ data, onClose }: { data: OrganizationView; onClose: () => void }) {
  const { system } = useText()
  const { organization: words } = system
  const { subscription } = data
  const [day, setDay] = useState(() => dayOf(subscription?.periodEndDate))
  const { mutate, error, isPending } = useSetPeriod(data.id)
  const { end } = instantsOf({ from: '', to: day })
  const submit = () => {
    if (!end) return
    mutate(end, {
      onSuccess: () => {
        toast(words.periodMoved(data.name))
        onClose()
      },
    })
  }
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={words.movePeriod}>
      <Form
        aria-label={words.movePeriod}
        error={error}
        onSubmit={submit}
        actions={<FormActions submit={words.move} isPending={isPending} onCancel={onClose} />}
      >
        <Text>{subscription?.cancelAtPeriodEnd ? words.periodLast : words.periodNext}</Text>
        <TextField
          name="ends"
          type="date"
          label={words.periodEnds}
          value={day}
          onChange={setDay}
          isRequired
          autoFocus
        />
        {end && end.getTime() < Date.now() && <Callout tone="warn">{words.periodPast}</Callout>}
      </Form>
    </Dialog>
  )
}

/** The day of a moment here, as date fields write it. */
function dayOf(at: string | undefined): string {
  const date = at ? new Date(at) : new Date()
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
