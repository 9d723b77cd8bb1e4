import { useState } from 'react'
import type { Schema } from '../../api'
import { useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import { useProfile } from '../../session'
import {
  Button,
  Callout,
  Card,
  CopyableId,
  Dialog,
  FactList,
  Inline,
  Page as Layout,
  PageHead,
  SecretField,
  Stack,
  Text,
  toast,
} from '../../ui'
import { rotateApiKey, showApiKey } from './queries'
import { RotateKeyCard } from './RotateKeyCard'

/** The personal API key, and another key for the account. */
export function Page() {
  const { settings } = useText()
  const words = settings.keys
  const [asked, setAsked] = useState<'show' | 'rotate' | null>(null)
  const [key, setKey] = useState<Schema['ApiKeyResponse'] | null>(null)
  const close = () => setAsked(null)
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={words.state} />
      <Card title={words.card} description={words.about}>
        <Inline>
          <Button variant="primary" icon="eye" onPress={() => setAsked('show')}>
            {words.show}
          </Button>
          <Button onPress={() => setAsked('rotate')}>{words.rotate}</Button>
        </Inline>
      </Card>
      <RotateKeyCard />
      <ProofDialog
        title={words.show}
        submit={words.show}
        isOpen={asked === 'show'}
        onOpenChange={close}
        onProven={async (hash) => setKey(await showApiKey(hash))}
      />
      <ProofDialog
        title={words.rotateTitle}
        submit={words.rotate}
        tone="danger"
        isOpen={asked === 'rotate'}
        onOpenChange={close}
        onProven={async (hash) => {
          setKey(await rotateApiKey(hash))
          toast(words.rotated)
        }}
      >
        <Callout tone="warn">{words.rotateEffect}</Callout>
      </ProofDialog>
      {key && <Shown apiKey={key.apiKey} onClose={() => setKey(null)} />}
    </Layout>
  )
}

function Shown({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const { common, settings } = useText()
  const { id } = useProfile()
  const words = settings.keys
  const facts = [
    { term: words.clientId, value: `user.${id}` },
    { term: words.scope, value: 'api' },
    { term: words.grant, value: 'client_credentials' },
  ]
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={words.shownTitle}
      actions={(close) => (
        <Button variant="primary" onPress={close}>
          {common.actions.close}
        </Button>
      )}
    >
      <Stack>
        <Text>{words.about}</Text>
        <SecretField label={words.clientSecret} value={apiKey} />
        <FactList
          facts={facts.map(({ term, value }) => ({
            term,
            value: <CopyableId label={term} value={value} />,
          }))}
        />
      </Stack>
    </Dialog>
  )
}
