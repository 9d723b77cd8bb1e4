import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useText } from '../i18n'
import { paths } from '../paths'
import { AuthCard, Button, ButtonLink, CopyableId, Text, useErrorWords } from '../ui'

/** Asks again for what did not come. */
export function useRetry(reset: () => void): () => void {
  const queries = useQueryErrorResetBoundary()
  return () => {
    queries.reset()
    reset()
  }
}

/** In place of everything, when there is no frame or it could not be shown either. */
export function AllFailed({ error, reset }: ErrorComponentProps) {
  const { common, ui } = useText()
  const { title, what, correlation } = useErrorWords()(error)
  return (
    <AuthCard title={title} lead={what}>
      <Button variant="primary" size="wide" onPress={useRetry(reset)}>
        {common.actions.retry}
      </Button>
      {correlation && (
        <Text tone="muted" size="small">
          {ui.error.correlation} <CopyableId label={ui.error.correlation} value={correlation} />
        </Text>
      )}
    </AuthCard>
  )
}

/** An address nothing is at. */
export function NothingHere() {
  const { session, ui } = useText()
  return (
    <AuthCard title={ui.error.notFound.title} lead={ui.error.notFound.what}>
      <ButtonLink href={paths.home()} variant="primary" size="wide">
        {session.frame.toHome}
      </ButtonLink>
    </AuthCard>
  )
}
