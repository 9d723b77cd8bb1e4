import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import {
  Button,
  Callout,
  Card,
  CodesDialog,
  Inline,
  Page as Layout,
  PageHead,
  Status,
  toast,
} from '../../ui'
import { SetUpAuthenticator } from './SetUpAuthenticator'
import { SetUpEmail } from './SetUpEmail'
import { inLines, nameOf, recoveryCode, turnOff, twoStepWays, WAYS, type Way } from './twoStep'

/** What the password is asked for. */
type Asked = { what: 'setUp' | 'turnOff'; way: Way } | { what: 'recovery' }

/** The second step of logging in. */
export function Page() {
  const text = useText()
  const { list } = useFormat()
  const words = text.settings.twoStep
  const queries = useQueryClient()
  const { data: on } = useSuspenseQuery(twoStepWays())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [begun, setBegun] = useState<{ way: Way; hash: string } | null>(null)
  const [code, setCode] = useState<string | null>(null)

  const changed = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['settings', 'two-step'] }),
      queries.invalidateQueries({ queryKey: ['profile'] }),
    ])
  const done = async ({ way, hash }: { way: Way; hash: string }) => {
    setBegun(null)
    toast(words.done(nameOf(way, text)))
    // whoever sets up their first way must have the code before they need it
    if (on.length === 0) setCode(await recoveryCode(hash))
    await changed()
  }
  const names = list(on.map((way) => nameOf(way, text)))
  const head = on.length === 0 ? words.off : words.on(on.length, names)
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={head} />
      {WAYS.map((way) => (
        <WayCard key={way} way={way} isOn={on.includes(way)} onAsk={setAsked} />
      ))}
      <Card title={words.recovery} description={words.recoveryAbout}>
        {on.length === 0 ? (
          <Status tone="neutral">{words.recoveryNone}</Status>
        ) : (
          <Button icon="eye" onPress={() => setAsked({ what: 'recovery' })}>
            {words.recoveryShow}
          </Button>
        )}
      </Card>
      {asked && (
        <Proof
          asked={asked}
          isLast={on.length === 1}
          onClose={() => setAsked(null)}
          onProven={async (hash) => {
            if (asked.what === 'setUp') return setBegun({ way: asked.way, hash })
            if (asked.what === 'recovery') return setCode(await recoveryCode(hash))
            await turnOff(asked.way, hash)
            toast(words.turnedOff(nameOf(asked.way, text)))
            await changed()
          }}
        />
      )}
      {begun && <SetUp {...begun} onDone={() => done(begun)} onClose={() => setBegun(null)} />}
      {code !== null && (
        <CodesDialog
          title={words.recoveryTitle}
          about={words.recoveryKeep}
          label={words.recovery}
          codes={[inLines(code)]}
          kept={words.recoveryKept}
          onClose={() => setCode(null)}
        />
      )}
    </Layout>
  )
}

interface WayCardProps {
  way: Way
  isOn: boolean
  onAsk: (asked: Asked) => void
}

function WayCard({ way, isOn, onAsk }: WayCardProps) {
  const text = useText()
  const words = text.settings.twoStep
  const name = nameOf(way, text)
  const about = way === 'authenticator' ? words.authenticatorAbout : words.emailAbout
  return (
    <Card title={name} description={about}>
      <Inline justify="between">
        {isOn ? (
          <Status tone="ok">{words.isOn}</Status>
        ) : (
          <Status tone="neutral">{words.isOff}</Status>
        )}
        {isOn ? (
          <Button
            aria-label={words.turnOffFor(name)}
            onPress={() => onAsk({ what: 'turnOff', way })}
          >
            {words.turnOff}
          </Button>
        ) : (
          <Button
            variant="primary"
            aria-label={words.setUpFor(name)}
            onPress={() => onAsk({ what: 'setUp', way })}
          >
            {words.setUp}
          </Button>
        )}
      </Inline>
    </Card>
  )
}

interface ProofProps {
  asked: Asked
  isLast: boolean
  onClose: () => void
  onProven: (hash: string) => Promise<unknown>
}

function Proof({ asked, isLast, onClose, onProven }: ProofProps) {
  const text = useText()
  const { common } = text
  const words = text.settings.twoStep
  if (asked.what === 'turnOff')
    return (
      <ProofDialog
        isOpen
        onOpenChange={onClose}
        title={words.turnOffTitle(nameOf(asked.way, text))}
        submit={words.turnOff}
        tone="danger"
        onProven={onProven}
      >
        <Callout tone="warn">{isLast ? words.turnOffLast : words.turnOffOther}</Callout>
      </ProofDialog>
    )
  return (
    <ProofDialog
      isOpen
      onOpenChange={onClose}
      title={asked.what === 'setUp' ? nameOf(asked.way, text) : words.recovery}
      submit={common.actions.continue}
      onProven={onProven}
    />
  )
}

interface SetUpProps {
  way: Way
  hash: string
  onDone: () => Promise<void>
  onClose: () => void
}

function SetUp({ way, ...rest }: SetUpProps) {
  return way === 'authenticator' ? <SetUpAuthenticator {...rest} /> : <SetUpEmail {...rest} />
}
