import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useText } from '../i18n'
import { paths } from '../paths'
import { AuthCard, ButtonLink, ErrorState, useErrorWords } from '../ui'

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
  const words = useErrorWords()
  return (
    <AuthCard title={words(error).title}>
      <ErrorState error={error} onRetry={useRetry(reset)} />
    </AuthCard>
  )
}

/** An address nothing is at. */
export function NothingHere() {
  const { session, ui } = useText()
  return (
    <AuthCard title={ui.error.notFound.title} lead={ui.error.notFound.what}>
      <ButtonLink href={paths.home()} variant="primary">
        {session.frame.toHome}
      </ButtonLink>
    </AuthCard>
  )
}
