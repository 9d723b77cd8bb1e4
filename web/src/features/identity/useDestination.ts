import { useNavigate, useSearch } from '@tanstack/react-router'
import { paths } from '../../paths'
import { destination } from '../../session'

/** Where somebody wanted to go before they had to sign in: kept from page to page of signing in. */
export function useDestination() {
  const { to } = useSearch({ strict: false }) as { to?: unknown }
  const navigate = useNavigate()
  const wanted = destination(to)
  const search = typeof to === 'string' ? { to } : {}
  return {
    /** The page they wanted, home when there was none. */
    wanted,
    /** Whether they wanted a page. */
    wantsOne: wanted !== paths.home(),
    /** Goes on to it; nobody comes back to a page of signing in by the browser's button. */
    arrive: () => void navigate({ to: wanted, replace: true }),
    /** Goes to another page of signing in. */
    goOn: (path: string) => void navigate({ to: path, search }),
    /** The address of another page of signing in. */
    via: (path: string) =>
      typeof to === 'string' ? `${path}?${new URLSearchParams({ to })}` : path,
    search,
  }
}
