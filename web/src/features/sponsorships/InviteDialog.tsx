import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { crypto } from '../../crypto'
import { useFormat, useText } from '../../i18n'
import {
  Actions,
  Button,
  Callout,
  Dialog,
  FileDrop,
  Form,
  Stack,
  Status,
  Text,
  TextArea,
  TextField,
} from '../../ui'
import { type At, type Invitation, seatForecast, useOfferMany } from './queries'
import { addressesOfCsv, type Recipients, readRecipients } from './recipients'

/** How many the server takes at once. */
const MOST = 500
const MOST_BYTES = 2_000_000

interface Props {
  at: At
  onClose: () => void
}

/** Offers many people Families organizations in the organization's name. */
export function InviteDialog({ at, onClose }: Props) {
  const { common, sponsorships } = useText()
  const { invite: words } = sponsorships
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [isFileEmpty, setFileEmpty] = useState(false)
  const { mutate, data: outcome, error, isPending, reset } = useOfferMany(at)
  const found = readRecipients(typed)
  const count = found.addresses.length

  const take = async (given: File | null) => {
    setFile(given)
    const addresses = given ? addressesOfCsv(await given.text()) : ''
    setFileEmpty(given !== null && addresses === '')
    setTyped((before) => [before.trim(), addresses].filter(Boolean).join('\n'))
  }
  const submit = async () => {
    if (count === 0 || count > MOST) return
    const notes = note.trim()
      ? await crypto.encryptText({ organization: at.organization }, note.trim())
      : null
    mutate({ emails: found.addresses, notes })
  }

  if (outcome)
    return (
      <Dialog isOpen onOpenChange={onClose} title={words.title}>
        <Outcome rows={outcome} />
        <Actions>
          <Button
            onPress={() => {
              setTyped('')
              setFile(null)
              setFileEmpty(false)
              reset()
            }}
          >
            {words.again}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {common.actions.close}
          </Button>
        </Actions>
      </Dialog>
    )
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="large" title={words.title}>
      <Form
        aria-label={words.title}
        error={error}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              isDisabled={count > MOST || (count === 0 && found.malformed.length > 0)}
            >
              {count === 0 ? words.title : words.submit(count)}
            </Button>
          </>
        }
      >
        <TextArea
          // what a file brings is not typed: the field would still say that it is empty
          key={file?.name}
          label={words.addresses}
          description={words.addressesHelp}
          value={typed}
          onChange={setTyped}
          rows={6}
          isRequired
          autoFocus={file === null && typed === ''}
        />
        <FileDrop
          label={words.file}
          description={words.fileHelp}
          accept={['.csv', '.txt']}
          maxBytes={MOST_BYTES}
          file={file}
          onChange={(given) => void take(given)}
          errorMessage={isFileEmpty ? words.fileEmpty : undefined}
        />
        <TextField
          label={words.notes}
          description={words.notesHelp}
          value={note}
          onChange={setNote}
          maxLength={200}
        />
        <Preview at={at} found={found} />
      </Form>
    </Dialog>
  )
}

function Preview({ at, found }: { at: At; found: Recipients }) {
  const { invite: words } = useText().sponsorships
  const { number, list } = useFormat()
  const count = found.addresses.length
  const { data: seats } = useQuery(seatForecast(at, count))
  const missing = seats?.free != null && seats.free < 0 ? -seats.free : 0
  return (
    <div role="status">
      <Stack gap="1">
        <Text>{words.found(count)}</Text>
        {found.repeated > 0 && <Text tone="muted">{words.repeated(found.repeated)}</Text>}
        {count > MOST && <Callout tone="warn">{words.tooMany(MOST)}</Callout>}
        {found.malformed.length > 0 && (
          <Callout tone="warn" title={words.malformed(found.malformed.length)}>
            {list(found.malformed.slice(0, 10))}
          </Callout>
        )}
        {seats && (
          <Text tone={missing ? 'bad' : 'muted'}>
            {seats.seats == null
              ? words.seatsUnlimited(number(seats.occupied))
              : words.seatsAfter(number(seats.occupied), number(seats.seats))}{' '}
            {missing > 0 && words.missing(missing)}
          </Text>
        )}
      </Stack>
    </div>
  )
}

function Outcome({ rows }: { rows: readonly Invitation[] }) {
  const { invite: words } = useText().sponsorships
  const refused = rows.filter(({ id }) => !id)
  return (
    <Stack>
      <Status tone="ok">{words.done(rows.length - refused.length)}</Status>
      {refused.length > 0 && (
        <Callout tone="warn" title={words.refused(refused.length)}>
          <Stack gap="half">
            {refused.map(({ email, message }) => (
              <Text key={email}>{words.refusal(email, message ?? '')}</Text>
            ))}
          </Stack>
        </Callout>
      )}
    </Stack>
  )
}
