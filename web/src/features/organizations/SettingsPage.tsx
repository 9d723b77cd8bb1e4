import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { OrganizationPhrase } from '../../recovery/OrganizationPhrase'
import { useOrganization } from '../../session'
import {
  Button,
  Card,
  ConfirmDialog,
  CopyableId,
  FactList,
  Form,
  Page as Frame,
  Inline,
  PageHead,
  Stack,
  TextField,
  toast,
} from '../../ui'
import { DeleteDialog } from './DeleteDialog'
import { leaveOrganization, organizationDetails, saveOrganization } from './queries'

/** An organization's name and billing address, and the ways to leave or delete it. */
export function Page() {
  const { settings: words } = useText().organizations
  const { id, name, hasPublicAndPrivateKeys } = useOrganization()
  const [open, setOpen] = useState<'leave' | 'delete' | null>(null)
  const close = () => setOpen(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const gone = async (said: string) => {
    toast(said)
    await navigate({ to: paths.home() })
    await queries.invalidateQueries({ queryKey: ['profile'] })
  }
  return (
    <Frame width="narrow">
      <PageHead title={words.title} context={name} state={name} />
      <Stack gap="3">
        <Card>
          <Details id={id} />
        </Card>
        {hasPublicAndPrivateKeys && <OrganizationPhrase id={id} />}
        <Card title={words.danger}>
          <Inline>
            <Button onPress={() => setOpen('leave')}>{words.leave}</Button>
            <Button variant="danger" onPress={() => setOpen('delete')}>
              {words.delete}
            </Button>
          </Inline>
        </Card>
      </Stack>
      <ConfirmDialog
        isOpen={open === 'leave'}
        onOpenChange={close}
        title={words.leaveTitle(name)}
        confirmLabel={words.leave}
        onConfirm={async () => {
          await leaveOrganization(id)
          await gone(words.left)
        }}
      >
        {words.leaveWhy}
      </ConfirmDialog>
      {open === 'delete' && (
        <DeleteDialog id={id} name={name} onClose={close} onDeleted={() => gone(words.deleted)} />
      )}
    </Frame>
  )
}

function Details({ id }: { id: string }) {
  const { common, organizations } = useText()
  const { settings: words } = organizations
  const { data } = useSuspenseQuery(organizationDetails(id))
  const [name, setName] = useState(data.name)
  const [billingEmail, setBillingEmail] = useState(data.billingEmail)
  const queries = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      saveOrganization(id, { name: name.trim(), billingEmail: billingEmail.trim() }),
    onSuccess: async () => {
      toast(words.saved)
      await queries.invalidateQueries({ queryKey: ['organization', id] })
      await queries.invalidateQueries({ queryKey: ['profile'] })
    },
  })
  return (
    <Form
      aria-label={words.title}
      error={error}
      onSubmit={() => mutate()}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {common.actions.save}
        </Button>
      }
    >
      <TextField
        name="name"
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={50}
        isRequired
      />
      <TextField
        name="billingEmail"
        type="email"
        label={words.billingEmail}
        value={billingEmail}
        onChange={setBillingEmail}
        isRequired
      />
      <FactList facts={[{ term: words.id, value: <CopyableId label={words.id} value={id} /> }]} />
    </Form>
  )
}
