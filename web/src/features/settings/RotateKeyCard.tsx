import { useState } from 'react'
import { ApiError } from '../../api'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import type { OrganizationKey } from '../../recovery/organizationKey'
import {
  cryptoMessage,
  rotateKey,
  UncertainError,
  type Unreadable,
  UnreadableError,
} from '../../session'
import { Button, Callout, Card, Link, Stack, startWork, Text, useErrorWords } from '../../ui'
import { RotateKeyDialog } from './RotateKeyDialog'

const STEPS = 3

interface Order {
  password: string
  hint: string | null
  recoveries: readonly OrganizationKey[]
}

/** Gives the account another key. */
export function RotateKeyCard() {
  const text = useText()
  const errorWords = useErrorWords()
  const words = text.settings.rotation
  const [isOpen, setOpen] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const why = (cause: unknown): string => {
    if (cause instanceof UnreadableError) return words.lostTitle(cause.lost.length)
    if (cause instanceof UncertainError) return words.uncertainAbout
    return cryptoMessage(cause, text) ?? errorWords(cause).what
  }
  const begin = async (order: Order) => {
    setRunning(true)
    setProblem(null)
    const told = new Set<string>()
    await startWork({
      name: words.work,
      total: STEPS,
      needsTab: true,
      run: async ({ signal, report }) => {
        try {
          await rotateKey(order, {
            signal,
            onStep: (step, { ciphers, folders }) => {
              // begun anew, it does not get farther than it was
              if (told.has(step)) return
              told.add(step)
              const name = words.steps[step](ciphers.length, folders.length)
              report({ name, outcome: 'done' })
            },
          })
        } catch (cause) {
          if (!signal.aborted) setProblem(cause)
          throw new ApiError(409, why(cause))
        }
      },
    })
    setRunning(false)
  }
  return (
    <Card title={words.title} description={words.about}>
      <Stack>
        <div>
          <Button variant="danger" isPending={isRunning} onPress={() => setOpen(true)}>
            {words.open}
          </Button>
        </div>
        <div role="status">
          {isRunning && <Callout>{words.running}</Callout>}
          {problem instanceof UnreadableError ? (
            <Lost lost={problem.lost} />
          ) : (
            problem !== null && (
              <Callout
                tone="bad"
                title={problem instanceof UncertainError ? words.uncertain : words.unchanged}
              >
                {why(problem)}
              </Callout>
            )
          )}
        </div>
      </Stack>
      <RotateKeyDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        onProven={(order) => void begin(order)}
      />
    </Card>
  )
}

/** What keeps the key from being replaced, and what to do about it. */
function Lost({ lost }: { lost: readonly Unreadable[] }) {
  const { settings } = useText()
  const { date } = useFormat()
  const words = settings.rotation
  const nameOf = ({ kind, isTrashed, revisionDate }: Unreadable): string => {
    if (kind === 'folder') return words.folder(date(revisionDate))
    return (isTrashed ? words.trashed : words.item)(date(revisionDate))
  }
  return (
    <Callout tone="bad" title={words.lostTitle(lost.length)}>
      <Text>{words.lostAbout}</Text>
      <ul>
        {lost.map((one) => (
          <li key={one.id}>
            <Link href={one.kind === 'item' ? paths.vault.item(one.id) : paths.vault.items()}>
              {nameOf(one)}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
