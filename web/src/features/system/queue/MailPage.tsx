import { useMemo, useState } from 'react'
import { type Messages, useText } from '../../../i18n'
import {
  type BulkAction,
  type Column,
  EmptyState,
  Page as Frame,
  PageHead,
  Status,
  type Tone,
} from '../../../ui'
import { ServerTable } from '../ServerTable'
import { useTelling } from '../useTelling'
import { doToEach } from './each'
import { MailDrawer } from './MailDrawer'
import { type Mail, useMails, useResendMail } from './queries'

const STATES = ['waiting', 'onItsWay', 'sent', 'kept', 'givenUp'] as const
export type State = (typeof STATES)[number]

export const TONES: Record<State, Tone> = {
  waiting: 'waiting',
  onItsWay: 'info',
  sent: 'ok',
  kept: 'warn',
  givenUp: 'bad',
}

const revisionOf = ({ state, attempts }: Mail) => `${state} ${attempts}`
const isSendable = ({ state }: Mail) => state === 'kept' || state === 'givenUp'

/** The letters this server wrote, what became of them, and another try for those that failed. */
export function Page() {
  const text = useText()
  const { mail: words } = text.system.queue
  const list = useMails()
  const tell = useTelling()
  const [open, setOpen] = useState<string | null>(null)
  const resend = useResendMail()
  const columns = useMemo(() => columnsOf(text), [text])
  const menu = (row: Mail) =>
    isSendable(row)
      ? [
          {
            id: 'resend',
            label: words.resend,
            icon: 'send' as const,
            onAction: () => resend.mutate(row.id, tell(words.resent)),
          },
        ]
      : []
  const actions: BulkAction<Mail>[] = [
    {
      id: 'resend',
      icon: 'send',
      label: words.resendMany,
      refuses: (row) => (isSendable(row) ? null : words.resendCannot),
      run: (chosen) =>
        void doToEach({
          name: words.resending(chosen.length),
          rows: chosen,
          nameOf: ({ to, subject }) => `${to}: ${subject}`,
          act: ({ id }) => resend.mutateAsync(id),
        }),
    },
  ]
  const shown = list.rows.find((row) => row.id === open)
  return (
    <Frame width="full">
      <PageHead title={words.title} state={words.lead} />
      <ServerTable
        list={list}
        id="system.mail"
        label={words.title}
        searchHint={words.searchHint}
        columns={columns}
        revision={revisionOf}
        onOpen={(row) => setOpen(row.id)}
        rowMenu={menu}
        actions={actions}
        empty={
          <EmptyState kind="nothing" icon="mail" title={words.empty}>
            {words.emptyWhy}
          </EmptyState>
        }
      />
      {shown && <MailDrawer row={shown} menu={menu(shown)} onClose={() => setOpen(null)} />}
    </Frame>
  )
}

function columnsOf({ system }: Messages): Column<Mail>[] {
  const { mail: words } = system.queue
  const stateOf = (key: string) => words.states[key as State] ?? key
  const letterOf = (key: string) => words.letters[key] ?? key
  return [
    {
      id: 'subject',
      header: words.subject,
      value: ({ subject }) => subject,
      isIdentity: true,
      isUnsorted: true,
      width: 265,
    },
    { id: 'to', header: words.to, value: ({ to }) => to, isUnsorted: true, width: 210 },
    {
      id: 'state',
      header: words.state,
      value: ({ state }) => stateOf(state),
      cell: ({ state }) => (
        <Status tone={TONES[state as State] ?? 'neutral'}>{stateOf(state)}</Status>
      ),
      isUnsorted: true,
      width: 120,
      filter: { of: ({ state }) => state, keys: STATES, label: stateOf, isInline: true },
    },
    {
      id: 'letter',
      header: words.letter,
      value: ({ template }) => letterOf(template),
      isUnsorted: true,
      isHidden: true,
      filter: {
        of: ({ template }) => template,
        keys: Object.keys(words.letters),
        label: letterOf,
        isSingle: true,
      },
    },
    {
      id: 'attempts',
      header: words.attempts,
      value: ({ attempts }) => attempts,
      isNumeric: true,
      isUnsorted: true,
      width: 70,
    },
    {
      id: 'written',
      header: words.written,
      value: ({ creationDate }) => new Date(creationDate),
      isUnsorted: true,
      width: 180,
    },
    {
      id: 'error',
      header: words.error,
      value: ({ error }) => error,
      isUnsorted: true,
      isHidden: true,
    },
  ]
}
