import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { useOrganization } from '../../session'
import {
  Callout,
  Card,
  ConfirmDialog,
  ErrorState,
  Page as Frame,
  PageHead,
  Skeleton,
  Stack,
  Switch,
  Text,
  toast,
  useErrorWords,
} from '../../ui'
import { affected, type Policy, policyList, useSwitch } from './queries'

const FREE_FAMILIES = 13
/** Those that demand nothing in detail, so that on and off is all there is to say. */
const OFFERED = [0, 3, 6, 10, FREE_FAMILIES, 14]

/** What an organization demands of its members. */
export function Page() {
  const { organizations } = useText()
  const { policies: words } = organizations
  const { dateTime } = useFormat()
  const { id: organization, name } = useOrganization()
  const { data } = useSuspenseQuery(policyList(organization))
  const { mutate, error, isPending, variables } = useSwitch(organization)
  const errorWords = useErrorWords()
  const [asked, ask] = useState<Policy | null>(null)
  const shown = data.filter(({ type, enabled }) => enabled || OFFERED.includes(type))
  const nameOf = ({ type }: Policy) => words.name[type] ?? String(type)
  const change = (policy: Policy) =>
    mutate(policy, {
      onSuccess: () => toast((policy.enabled ? words.off : words.on)(nameOf(policy))),
    })

  return (
    <Frame width="narrow">
      <PageHead
        title={words.title}
        context={name}
        state={words.state(data.filter(({ enabled }) => enabled).length)}
      />
      <Stack>
        <div role="alert">{error && <Callout tone="bad">{errorWords(error).what}</Callout>}</div>
        <Card>
          <Stack gap="3">
            {shown.map((policy) => (
              <Switch
                key={policy.type}
                isSelected={policy.enabled}
                isReadOnly={isPending && variables.type === policy.type}
                onChange={() =>
                  policy.type === FREE_FAMILIES && !policy.enabled ? ask(policy) : change(policy)
                }
                description={
                  <>
                    {words.demands[policy.type] ?? words.elsewhere}
                    {policy.revisionDate && ` ${words.since(dateTime(policy.revisionDate))}`}
                  </>
                }
              >
                {nameOf(policy)}
              </Switch>
            ))}
          </Stack>
        </Card>
      </Stack>
      {asked && (
        <FamiliesDialog
          organization={organization}
          onConfirm={() => change(asked)}
          onClose={() => ask(null)}
        />
      )}
    </Frame>
  )
}

interface Props {
  organization: string
  onConfirm: () => void
  onClose: () => void
}

/** Says who loses what before nobody may give a Families organization any more. */
function FamiliesDialog({ organization, onConfirm, onClose }: Props) {
  const { organizations } = useText()
  const { policies: words } = organizations
  const { data, error } = useQuery(affected(organization))
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.families.title}
      confirmLabel={words.families.submit}
      onConfirm={onConfirm}
    >
      {error ? (
        <ErrorState error={error} />
      ) : data ? (
        <Text>{words.families.affected(data.length)}</Text>
      ) : (
        <Skeleton />
      )}
    </ConfirmDialog>
  )
}
