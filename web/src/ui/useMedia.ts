import { useMemo, useSyncExternalStore } from 'react'

/** Whether a media query holds, now and after it changes. */
export function useMedia(query: string): boolean {
  // looked up once: it is asked at every drawing of tables
  const media = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => media.matches,
  )
}
