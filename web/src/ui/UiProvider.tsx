import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLanguage } from '../i18n'
import { regional } from '../i18n/region'
import { AddressContext, AddressOfContext, GoContext, type WatchAddress } from './address'
import { keepFocus } from './keys/keepFocus'
import { listenForKeys } from './keys/keys'
import { Toasts } from './overlay/Toasts'

interface Props {
  /** Goes to an address of the app, without a reload. */
  go: (address: string) => void
  /** The address in the bar of the browser for a path of `paths`. */
  addressOf: (path: string) => string
  /** Tells when the address changed, for tables that keep their filters in it. */
  watchAddress?: WatchAddress
  children: ReactNode
}

/** What the components need around them: language, router, keys, and the place for toasts. */
export function UiProvider({ go, addressOf, watchAddress, children }: Props) {
  const byKey = useEffectEvent((path: string) => go(addressOf(path)))
  useEffect(() => listenForKeys((path) => byKey(path)), [])
  useEffect(keepFocus, [])
  const follow = (path: string) => go(addressOf(path))
  const inside = (
    <GoContext value={follow}>
      <AddressOfContext value={addressOf}>
        {children}
        <Toasts />
      </AddressOfContext>
    </GoContext>
  )
  return (
    <I18nProvider locale={regional(useLanguage())}>
      <RouterProvider navigate={follow} useHref={addressOf}>
        {watchAddress ? <AddressContext value={watchAddress}>{inside}</AddressContext> : inside}
      </RouterProvider>
    </I18nProvider>
  )
}
