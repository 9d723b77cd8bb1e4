import { useText } from '../../../i18n'
import { ConfirmDialog, Stack, Text, toast } from '../../../ui'
import { doToEach } from './each'
import { type Job, useCancelJob } from './queries'

interface Props {
  jobs: readonly Job[]
  nameOf: (job: Job) => string
  onClose: () => void
}

/** Asks before work is taken out of the queue: it is not done then. */
export function CancelJobs({ jobs, nameOf, onClose }: Props) {
  const { jobs: words } = useText().system.queue
  const { mutateAsync } = useCancelJob()
  const [only] = jobs
  const isOne = only !== undefined && jobs.length === 1
  const confirm = async () => {
    if (isOne) {
      await mutateAsync(only.id)
      toast(words.canceled)
      return
    }
    void doToEach({
      name: words.canceling(jobs.length),
      rows: jobs,
      nameOf,
      act: ({ id }) => mutateAsync(id),
    })
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={isOne ? words.cancelTitle(nameOf(only)) : words.cancelManyTitle(jobs.length)}
      confirmLabel={words.cancel}
      onConfirm={confirm}
    >
      <Stack gap="1">
        <Text>{words.cancelWhy}</Text>
        <Text tone="muted">{words.cancelAgain}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
