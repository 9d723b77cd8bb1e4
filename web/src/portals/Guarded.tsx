import { useLocation } from '@tanstack/react-router'
import { Activity, type ReactNode, Suspense, useState } from 'react'
import { UnlockCard } from '../features/identity/UnlockCard'
import { paths } from '../paths'
import { comingFrom, Redirect, useSession } from '../session'
import { Pending } from './Pending'

/**
 * Shows its pages to whoever is signed in. When the vault locks by itself they wait behind the
 * question for the password and come back as they were; who was not in yet is sent to sign in first,
 * and then here.
 */
export function Guarded({ children }: { children: ReactNode }) {
  const now = useSession()
  const { href } = useLocation()
  const isOpen = now.state === 'unlocked'
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)

  if (now.state === 'locked' && !wasOpen)
    return <Redirect to={comingFrom(href, paths.front.lock())} />
  if (now.state !== 'unlocked' && now.state !== 'locked') {
    // who left on purpose does not want to come back to the same page
    const left = now.state === 'signedOut' && now.because === 'left'
    return <Redirect to={left ? paths.front.login() : comingFrom(href, paths.front.login())} />
  }
  // whoever must have a better password has it before anything else
  if (isOpen && now.account.demanded)
    return <Redirect to={comingFrom(href, paths.front.renewPassword())} />
  return (
    <>
      <Activity mode={isOpen ? 'visible' : 'hidden'}>
        <Suspense fallback={<Pending />}>{children}</Suspense>
      </Activity>
      {!isOpen && <UnlockCard />}
    </>
  )
}
