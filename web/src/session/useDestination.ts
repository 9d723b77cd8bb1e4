import { useSearch } from '@tanstack/react-router'
import { paths } from '../paths'
import { comingFrom, destination } from './destination'

/** Where somebody wanted to go before they had to sign in: kept from page to page of signing in. */
export function useDestination() {
  const { to } = useSearch({ strict: false }) as { to?: unknown }
  const wanted = destination(to)
  return {
    /** The page they wanted, home when there was none. */
    wanted,
    /** Whether they wanted a page. */
    wantsOne: wanted !== paths.home(),
    /** The address of another page of signing in, on the way to the same. */
    via: (page: string): string => comingFrom(wanted, page),
  }
}
