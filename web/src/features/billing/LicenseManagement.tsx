import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { useOrganization } from '../../session'
import {
  Button,
  ButtonLink,
  Callout,
  Card,
  Inline,
  RadioCards,
  Stack,
  toast,
  useErrorWords,
} from '../../ui'
import { ManageSyncDialog } from './ManageSyncDialog'
import { type Connection, cloudCommunication, type Subscription, useSyncLicense } from './queries'
import { UploadLicense } from './UploadLicense'

const FAMILIES = 1

interface Props {
  row: Subscription
  connection: Connection | null
}

/** How the licence comes here: by itself, or by hand. */
export function LicenseManagement({ row, connection }: Props) {
  const { billing } = useText()
  const { license: words } = billing
  const { data: mayTalk } = useSuspenseQuery(cloudCommunication())
  const isFamilies = row.plan.productTier === FAMILIES
  const [chosen, choose] = useState<'automatic' | 'manual' | null>(null)
  const usual = connection?.enabled && mayTalk ? 'automatic' : 'manual'
  const way = chosen ?? usual
  return (
    <Card title={words.title}>
      <Stack gap="3">
        <RadioCards
          label={words.how}
          columns={2}
          value={way}
          onChange={choose}
          options={[
            {
              value: 'automatic',
              title: words.automatic,
              icon: 'sync',
              isDisabled: !mayTalk || isFamilies,
              description: isFamilies
                ? words.notFamilies
                : mayTalk
                  ? words.automaticHelp
                  : words.automaticOff,
            },
            {
              value: 'manual',
              title: words.manual,
              icon: 'upload',
              description: words.manualHelp,
            },
          ]}
        />
        {way === 'automatic' ? (
          <Automatic connection={connection} onChange={() => choose(null)} />
        ) : (
          <UploadLicense />
        )}
      </Stack>
    </Card>
  )
}

function Automatic({
  connection,
  onChange,
}: {
  connection: Connection | null
  onChange: () => void
}) {
  const { billing } = useText()
  const { license: words } = billing
  const errorWords = useErrorWords()
  const { id } = useOrganization()
  const [manages, setManages] = useState(false)
  const { mutate, isPending, error } = useSyncLicense(id)
  return (
    <Stack>
      <Inline>
        <Button icon="key" onPress={() => setManages(true)}>
          {words.manage}
        </Button>
        {connection?.enabled && (
          <Button
            icon="sync"
            isPending={isPending}
            onPress={() => mutate(undefined, { onSuccess: () => toast(words.synced) })}
          >
            {words.syncLicense}
          </Button>
        )}
        {connection && (
          <ButtonLink variant="quiet" href={paths.organization.sync(id)}>
            {billing.sync.open}
          </ButtonLink>
        )}
      </Inline>
      {error && (
        <Callout
          tone="bad"
          action={<ButtonLink href={paths.organization.sync(id)}>{billing.sync.open}</ButtonLink>}
        >
          {errorWords(error).what}
        </Callout>
      )}
      {manages && (
        <ManageSyncDialog
          connection={connection}
          onClose={() => {
            setManages(false)
            onChange()
          }}
        />
      )}
    </Stack>
  )
}
