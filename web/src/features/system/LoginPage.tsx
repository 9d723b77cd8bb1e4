import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import { AuthCard, Button, Callout, Form, Spinner, Text, TextField } from '../../ui'
import { askForLink, openSession, operator } from './operator'

/** How an operator signs in: by a link that is mailed, or printed on the server's machine. */
export function Page() {
  const token = useLink().get('token')
  const [failed, setFailed] = useState(false)
  return token && !failed ? (
    <Opening token={token} onFail={() => setFailed(true)} />
  ) : (
    <Asking lapsed={failed} />
  )
}

// A link works once, and effects may run twice.
const opening = new Map<string, Promise<unknown>>()

function Opening({ token, onFail }: { token: string; onFail: () => void }) {
  const { system } = useText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  useEffect(() => {
    const attempt = opening.get(token) ?? openSession(token)
    opening.set(token, attempt)
    attempt.then(
      (session) => {
        queries.setQueryData(operator().queryKey, session as never)
        void navigate({ to: paths.system.overview(), replace: true })
      },
      () => onFail(),
    )
  }, [token, queries, navigate, onFail])
  return (
    <AuthCard title={system.signIn.title}>
      <Spinner label={system.signIn.opening} />
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
          <Button type="submit" variant="primary" isPending={isPending}>
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
