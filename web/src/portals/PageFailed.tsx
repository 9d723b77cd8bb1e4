import type { ErrorComponentProps } from '@tanstack/react-router'
import { useText } from '../i18n'
import { ErrorState, Page, PageHead } from '../ui'
import { useRetry } from './Failed'
import type { Page as Entry } from './page'

/** In place of a page that could not be shown; the frame around it stays. */
export function PageFailed({ page, error, reset }: ErrorComponentProps & { page: Entry }) {
  const text = useText()
  return (
    <Page>
      <PageHead title={page.title(text)} />
      <ErrorState error={error} onRetry={useRetry(reset)} />
    </Page>
  )
}
