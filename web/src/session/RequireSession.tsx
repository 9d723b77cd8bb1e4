import { Outlet, useLocation } from '@tanstack/react-router'
import { paths } from '../paths'
import { Redirect } from './Redirect'
import { useSession } from './state'

/** Shows its pages to whoever is signed in and unlocked; sends others there and back. */
export function RequireSession() {
  const { state } = useSession()
  const { href } = useLocation()
  if (state === 'unlocked') return <Outlet />
  const to = state === 'locked' ? paths.front.lock() : paths.front.login()
  return <Redirect to={to} search={{ to: href }} />
}
