import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import {
  answerTwoStep,
  mailTwoStepCode,
  type TwoStepMethod,
  type TwoStepOffer,
  useDestination,
  useSession,
} from '../../session'
import {
  AuthCard,
  Button,
  ButtonLink,
  Callout,
  Checkbox,
  Link,
  Stack,
  Text,
  useErrorWords,
} from '../../ui'
import { CodeForm } from './CodeForm'
import { LeftHalfDone } from './LeftHalfDone'
import { ResendCode } from './ResendCode'

/** The ways that can be used here, the quickest first. */
const USABLE: readonly TwoStepMethod[] = ['authenticator', 'email']

/** The second step of signing in. */
export function Page() {
  const { front } = useText()
  const now = useSession()
  if (now.state !== 'twoStep') return <LeftHalfDone title={front.twoStep.title} />
  return <Asked email={now.email} offers={now.offers} />
}

function Asked({ email, offers }: { email: string; offers: readonly TwoStepOffer[] }) {
  const { front } = useText()
  const { list } = useFormat()
  const { via } = useDestination()
  const words = front.twoStep
  const usable = USABLE.filter((method) => offers.some((offer) => offer.method === method))
  const [method, setMethod] = useState(usable[0])
  const others = usable.filter((other) => other !== method)
  return (
    <AuthCard
      title={words.title}
      footer={<Link href={via(paths.front.login())}>{front.backToLogIn}</Link>}
    >
      {method === 'authenticator' && (
        <>
          <Text>{words.authenticator}</Text>
          <Code method="authenticator" />
        </>
      )}
      {method === 'email' && <MailedCode address={addressOf(offers) ?? email} />}
      {method === undefined && (
        <Callout tone="warn">
          {words.notHere(list(offers.map((offer) => words.methods[offer.method])))}
        </Callout>
      )}
      <section aria-label={words.another}>
        <Stack gap="half">
          {others.map((other) => (
            <Button key={other} variant="quiet" size="wide" onPress={() => setMethod(other)}>
              {words.methods[other]}
            </Button>
          ))}
          <ButtonLink variant="quiet" size="wide" href={via(paths.front.recoverTwoStep())}>
            {words.recovery}
          </ButtonLink>
        </Stack>
      </section>
    </AuthCard>
  )
}

function Code({ method }: { method: TwoStepMethod }) {
  const { front } = useText()
  return (
    <CodeForm
      key={method}
      label={front.twoStep.code}
      submit={front.logIn.submit}
      answer={(code, values) =>
        answerTwoStep({ method, code, remember: values.get('remember') !== null })
      }
    >
      <Checkbox name="remember" value="yes">
        {front.twoStep.remember}
      </Checkbox>
    </CodeForm>
  )
}

/** The address codes are mailed to, as far as it is told. */
function addressOf(offers: readonly TwoStepOffer[]): string | null {
  const masked = offers.find(({ method }) => method === 'email')?.details?.Email
  return typeof masked === 'string' ? masked : null
}

/** Has the first code mailed as soon as this way is chosen, and says where it goes. */
function MailedCode({ address }: { address: string }) {
  const { front } = useText()
  const words = useErrorWords()
  const { isSuccess, error } = useQuery({
    queryKey: ['identity', 'mailed-code'],
    queryFn: async () => {
      await mailTwoStepCode()
      return true
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <>
      <div role="status">
        {error ? (
          <Callout tone="bad" title={front.twoStep.notMailed}>
            {words(error).what}
          </Callout>
        ) : (
          <Text>{isSuccess ? front.twoStep.mailed(address) : front.twoStep.mailing(address)}</Text>
        )}
      </div>
      <Code method="email" />
      <ResendCode key={String(error === null)} send={mailTwoStepCode} isMailed={error === null} />
    </>
  )
}
