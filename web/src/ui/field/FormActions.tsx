import { useText } from '../../i18n'
import { Button } from '../action/Button'

interface Props {
  /** What sends the form. */
  submit: string
  tone?: 'danger' | 'normal'
  isPending: boolean
  /** The way out. */
  onCancel: () => void
  /** In place of "Cancel". */
  cancel?: string
}

/** The buttons of a form in a dialog: the way out, and what sends it. */
export function FormActions({ submit, tone = 'normal', isPending, onCancel, cancel }: Props) {
  const { common } = useText()
  return (
    <>
      <Button onPress={onCancel} isDisabled={isPending}>
        {cancel ?? common.actions.cancel}
      </Button>
      <Button
        type="submit"
        variant={tone === 'danger' ? 'danger' : 'primary'}
        isPending={isPending}
      >
        {submit}
      </Button>
    </>
  )
}
