import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to an address of `paths`, its query and all; `instead` of this one, or after it. */
export function useGo(): (address: string, how?: 'after' | 'instead') => void {
  const { history, basepath } = useRouter()
  const base = basepath === '/' ? '' : basepath
  return useCallback(
    (address, how = 'after') =>
      how === 'instead' ? history.replace(base + address) : history.push(base + address),
    [history, base],
  )
}
