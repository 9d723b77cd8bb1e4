import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLanguage } from '../i18n'
import { Toasts } from './overlay/Toasts'

interface Props {
  /** Goes to an address of the app, without a reload. */
  go: (address: string) => void
  /** The address in the bar of the browser for a path of `paths`. */
  addressOf: (path: string) => string
  children: ReactNode
}

/** What the components need around them: the language, the router, and the place for toasts. */
export function UiProvider({ go, addressOf, children }: Props) {
  return (
    <I18nProvider locale={useLanguage()}>
      <RouterProvider navigate={(path) => go(addressOf(path))} useHref={addressOf}>
        {children}
        <Toasts />
      </RouterProvider>
    </I18nProvider>
  )
}
