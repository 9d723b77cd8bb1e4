import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { useProfile } from '../../session'
import {
  Button,
  Card,
  CopyableId,
  FactList,
  FingerprintPhrase,
  Form,
  Inline,
  Page as Layout,
  PageHead,
  Stack,
  Status,
  Text,
  TextField,
  toast,
} from '../../ui'
import { ChangeEmailDialog } from './ChangeEmailDialog'
import { DeleteAccountDialog } from './DeleteAccountDialog'
import { ownFingerprint, useEditProfile, useVerifyEmail } from './queries'

/** Who the person is here, and the way out. */
export function Page() {
  const { settings } = useText()
  const { date } = useFormat()
  const { creationDate } = useProfile()
  return (
    <Layout width="narrow">
      <PageHead title={settings.account.title} state={settings.account.state(date(creationDate))} />
      <ProfileCard />
      <EmailCard />
      <OthersCard />
      <DangerCard />
    </Layout>
  )
}

function ProfileCard() {
  const { common, settings } = useText()
  const { name } = useProfile()
  const { mutate, isPending, error } = useEditProfile()
  const words = settings.account
  return (
    <Card title={words.profile}>
      <Form
        error={error}
        onSubmit={(values) =>
          mutate(
            { name: String(values.get('name')).trim() },
            { onSuccess: () => toast(settings.saved) },
          )
        }
        actions={
          <Button type="submit" variant="primary" isPending={isPending}>
            {common.actions.save}
          </Button>
        }
      >
        <TextField
          label={words.name}
          name="name"
          description={words.nameHelp}
          defaultValue={name ?? ''}
          autoComplete="name"
          maxLength={50}
        />
      </Form>
    </Card>
  )
}

function EmailCard() {
  const { settings } = useText()
  const { email, emailVerified } = useProfile()
  const { mutate, isPending } = useVerifyEmail()
  const [isChanging, setChanging] = useState(false)
  const words = settings.account
  return (
    <Card title={words.email} description={words.emailAbout}>
      <Stack>
        <Text isStrong>{email}</Text>
        {emailVerified ? (
          <Status tone="ok">{words.verified}</Status>
        ) : (
          <Status tone="warn">{words.unverified}</Status>
        )}
        <Inline>
          <Button onPress={() => setChanging(true)}>{words.changeEmail}</Button>
          {!emailVerified && (
            <Button
              icon="mail"
              isPending={isPending}
              onPress={() => mutate(undefined, { onSuccess: () => toast(words.verifySent(email)) })}
            >
              {words.verify}
            </Button>
          )}
        </Inline>
      </Stack>
      <ChangeEmailDialog isOpen={isChanging} onOpenChange={setChanging} />
    </Card>
  )
}

function OthersCard() {
  const { settings } = useText()
  const { id } = useProfile()
  const { data: phrase } = useSuspenseQuery(ownFingerprint(id))
  const words = settings.account
  return (
    <Card title={words.others} description={words.fingerprintHelp}>
      <Stack>
        <FingerprintPhrase phrase={phrase} />
        <FactList facts={[{ term: words.id, value: <CopyableId label={words.id} value={id} /> }]} />
      </Stack>
    </Card>
  )
}

function DangerCard() {
  const { settings } = useText()
  const [isOpen, setOpen] = useState(false)
  const words = settings.account
  return (
    <Card title={words.danger} description={words.deleteAbout}>
      <Button variant="danger" icon="trash" onPress={() => setOpen(true)}>
        {words.delete}
      </Button>
      <DeleteAccountDialog isOpen={isOpen} onOpenChange={setOpen} />
    </Card>
  )
}
