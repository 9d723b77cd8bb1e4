import { Page, Skeleton } from '../ui'

/** While a page, or what it shows, is on its way. */
export function Pending() {
  return (
    <Page>
      <Skeleton />
      <Skeleton shape="block" />
    </Page>
  )
}
