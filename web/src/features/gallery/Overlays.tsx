import { useState } from 'react'
import {
  Button,
  Card,
  ConfirmDialog,
  Dialog,
  DialogTrigger,
  FingerprintPhrase,
  Form,
  Inline,
  Stack,
  Text,
  TextField,
  toast,
} from '../../ui'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

export function Overlays() {
  const [asked, setAsked] = useState<'revoke' | 'delete' | 'fail' | null>(null)
  const shut = () => setAsked(null)
  return (
    <Stack gap="3">
      <Card title="Dialogs">
        <Inline>
          <DialogTrigger>
            <Button>Form</Button>
            <Dialog title="Invite members">
              {(close) => (
                <Form
                  onSubmit={close}
                  actions={
                    <>
                      <Button onPress={close}>Cancel</Button>
                      <Button variant="primary" type="submit">
                        Invite
                      </Button>
                    </>
                  }
                >
                  <TextField label="Email addresses" name="emails" isRequired />
                </Form>
              )}
            </Dialog>
          </DialogTrigger>
          <DialogTrigger>
            <Button>Words to compare</Button>
            <Dialog
              title="Confirm Bea Member"
              actions={(close) => (
                <Button variant="primary" onPress={close}>
                  Confirm
                </Button>
              )}
            >
              <Text>Ask them to read their phrase to you. It must be this one:</Text>
              <FingerprintPhrase phrase="amber-canal-lantern-oak-willow" />
            </Dialog>
          </DialogTrigger>
          <Button onPress={() => setAsked('revoke')}>Ask</Button>
          <Button variant="danger" onPress={() => setAsked('delete')}>
            Ask for the name
          </Button>
          <Button onPress={() => setAsked('fail')}>Ask, and fail</Button>
        </Inline>
      </Card>
      <Card title="Toasts">
        <Inline>
          <Button onPress={() => toast('12 members were confirmed.')}>Done</Button>
          <Button
            onPress={() =>
              toast('Bea was removed from Finance.', {
                action: { label: 'Undo', onPress: () => toast('Bea is back.') },
              })
            }
          >
            Done, with a way back
          </Button>
          <Button onPress={() => toast('The link could not be copied.', { tone: 'bad' })}>
            Failed
          </Button>
        </Inline>
      </Card>
      <ConfirmDialog
        title="Revoke the access of 12 members?"
        confirmLabel="Revoke"
        isOpen={asked === 'revoke'}
        onOpenChange={shut}
        onConfirm={() => pause(1_000)}
      >
        <Text>They keep their accounts and can be restored.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        title="Delete Acme?"
        typed="Acme"
        confirmLabel="Delete"
        isOpen={asked === 'delete'}
        onOpenChange={shut}
        onConfirm={() => pause(1_000)}
      >
        <Text>37 members lose access, 1,204 items are deleted for good.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        title="Sync now?"
        tone="normal"
        confirmLabel="Sync"
        isOpen={asked === 'fail'}
        onOpenChange={shut}
        onConfirm={() => pause(500).then(() => Promise.reject(new Error('sample')))}
      />
    </Stack>
  )
}
