import { useLocation, useParams } from '@tanstack/react-router'
import { paths } from '../../paths'
import { ALL, isPlace, type Place, TRASH } from './places'

/** Where one is in the vault, and the item that is open over it; all of it is in the address. */
export function usePlace(): { place: Place; open: string | null } {
  const { pathname, search } = useLocation()
  const { itemId } = useParams({ strict: false })
  const asked = (search as { in?: unknown }).in
  const place = pathname === paths.vault.trash() ? TRASH : isPlace(asked) ? asked : ALL
  return { place, open: itemId ?? null }
}
