import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { ApiError } from '../../../api'
import { useText } from '../../../i18n'
import { followLink, useLink } from '../../../link'
import { paths } from '../../../paths'
import { AuthCard, Button, Callout, Form, Spinner, Text, TextField } from '../../../ui'
import { CodeForm } from './CodeForm'
import { askForLink, type Operator, openSession, operator } from './operator'

/** How an operator signs in: by a link that is mailed, or printed on the server's machine. */
export function Page() {
  const token = useLink().get('token')
  const [stopped, setStopped] = useState<'lapsed' | 'code' | null>(null)
  if (token && stopped === 'code')
    return <SecondStep token={token} onLapse={() => setStopped('lapsed')} />
  return token && !stopped ? (
    <Opening token={token} onStop={setStopped} />
  ) : (
    <Asking lapsed={stopped === 'lapsed'} />
  )
}

/** The link goes on working while a code is missing or wrong. */
const wantsCode = (cause: unknown): boolean =>
  cause instanceof ApiError && cause.code?.startsWith('second_step') === true

/** What follows once a session is open. */
function useArrival() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (session: Operator) => {
    // it worked once: whoever signs out comes back to the question for an address
    followLink(new URLSearchParams())
    queries.setQueryData(operator().queryKey, session as never)
    void navigate({ to: paths.system.overview(), replace: true })
  }
}

// A link works once, and effects may run twice.
const opening = new Map<string, Promise<Operator>>()

function Opening({ token, onStop }: { token: string; onStop: (why: 'lapsed' | 'code') => void }) {
  const { system } = useText()
  const arrive = useEffectEvent(useArrival())
  const stop = useEffectEvent((cause: unknown) => onStop(wantsCode(cause) ? 'code' : 'lapsed'))
  useEffect(() => {
    const attempt = opening.get(token) ?? openSession(token)
    opening.set(token, attempt)
    attempt.then(
      (session) => arrive(session),
      (cause) => stop(cause),
    )
  }, [token])
  return (
    <AuthCard title={system.signIn.title}>
      <Spinner label={system.signIn.opening} />
    </AuthCard>
  )
}

/** Takes the code of an authenticator after the link. */
function SecondStep({ token, onLapse }: { token: string; onLapse: () => void }) {
  const { system } = useText()
  const { secondStep: words } = system
  const arrive = useArrival()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (code: string) => openSession(token, code),
    onSuccess: arrive,
    onError: (cause) => {
      if (cause instanceof ApiError && cause.status === 400 && !wantsCode(cause)) onLapse()
    },
  })
  return (
    <AuthCard
      title={words.title}
      lead={words.askedLead}
      footer={<Text size="small">{words.lost}</Text>}
    >
      <CodeForm
        label={words.title}
        submit={words.signIn}
        isPending={isPending}
        error={error}
        onCode={mutate}
      />
    </AuthCard>
  )
}

function Asking({ lapsed }: { lapsed: boolean }) {
  const { system } = useText()
  const { signIn: words } = system
  const [email, setEmail] = useState('')
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: askForLink })
  return (
    <AuthCard title={words.title} lead={words.lead} footer={<Text size="small">{words.help}</Text>}>
      {lapsed && !isSuccess && <Callout tone="warn">{words.lapsed}</Callout>}
      {isSuccess && <Callout tone="ok">{words.sent}</Callout>}
      <Form
        aria-label={words.title}
        error={error}
        onSubmit={() => mutate(email.trim())}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {isSuccess ? words.again : words.submit}
          </Button>
        }
      >
        <TextField
          name="email"
          type="email"
          label={words.email}
          value={email}
          onChange={setEmail}
          autoComplete="email"
          isRequired
          autoFocus
        />
      </Form>
    </AuthCard>
  )
}
