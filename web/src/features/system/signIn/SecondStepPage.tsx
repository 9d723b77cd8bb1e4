import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../../i18n'
import {
  Button,
  Callout,
  Card,
  CodesDialog,
  Page as Frame,
  Inline,
  PageHead,
  Stack,
  Status,
  Text,
  toast,
} from '../../../ui'
import { CodeDialog } from './CodeDialog'
import { secondStep, useEndSecondStep, useRenewCodes } from './queries'
import { SetUpDialog } from './SetUpDialog'

type Asked = 'setUp' | 'turnOff' | 'renew'

/** Whether signing in takes a code besides the mailed link, and how to change that. */
export function Page() {
  const { secondStep: words } = useText().system
  const { dateTime } = useFormat()
  const { data } = useSuspenseQuery(secondStep())
  const [asked, ask] = useState<Asked | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const end = useEndSecondStep()
  const renew = useRenewCodes()
  const close = () => ask(null)
  const show = (made: readonly string[]) => {
    close()
    setCodes(made)
  }
  const { enabled, since, recoveryCodesLeft: left } = data
  return (
    <Frame width="narrow">
      <PageHead
        title={words.title}
        state={words.lead}
        badge={<Status tone={enabled ? 'ok' : 'warn'}>{enabled ? words.on : words.off}</Status>}
      />
      <Card>
        <Stack>
          {enabled ? (
            <>
              {since && <Text>{words.since(dateTime(since))}</Text>}
              {left === 0 ? (
                <Callout tone="warn">{words.none}</Callout>
              ) : (
                <Text>{words.left(left)}</Text>
              )}
              <Text tone="muted">{words.lost}</Text>
              <Inline>
                <Button icon="key" onPress={() => ask('renew')}>
                  {words.renew}
                </Button>
                <Button variant="danger" onPress={() => ask('turnOff')}>
                  {words.turnOff}
                </Button>
              </Inline>
            </>
          ) : (
            <>
              <Text>{words.offWhy}</Text>
              <div>
                <Button variant="primary" icon="key" onPress={() => ask('setUp')}>
                  {words.setUp}
                </Button>
              </div>
            </>
          )}
        </Stack>
      </Card>
      {asked === 'setUp' && <SetUpDialog onClose={close} onDone={show} />}
      {asked === 'renew' && (
        <CodeDialog
          title={words.renew}
          why={words.renewWhy}
          submit={words.renew}
          onCode={async (code) => show(await renew.mutateAsync(code))}
          onClose={close}
        />
      )}
      {asked === 'turnOff' && (
        <CodeDialog
          title={words.turnOffTitle}
          why={words.turnOffWhy}
          submit={words.turnOff}
          isDangerous
          onCode={async (code) => {
            await end.mutateAsync(code)
            toast(words.turnedOff)
            close()
          }}
          onClose={close}
        />
      )}
      {codes && (
        <CodesDialog
          title={words.recoveryTitle}
          about={words.recoveryKeep}
          label={words.recoveryTitle}
          codes={codes}
          kept={words.recoveryKept}
          onClose={() => setCodes(null)}
        />
      )}
    </Frame>
  )
}
