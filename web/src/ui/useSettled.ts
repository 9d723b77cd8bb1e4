import { useEffect, useRef, useState } from 'react'

const PATIENCE = 200
const AT_LEAST = 300

/** Whether to show that something is waited for: not before 200 ms, and then for 300 ms at least. */
export function useSettled(isPending: boolean): boolean {
  const [shown, setShown] = useState(false)
  const since = useRef(0)
  useEffect(() => {
    const wait = isPending ? PATIENCE : Math.max(0, since.current + AT_LEAST - Date.now())
    const timer = setTimeout(() => {
      if (isPending) since.current = Date.now()
      setShown(isPending)
    }, wait)
    return () => clearTimeout(timer)
  }, [isPending])
  return shown
}
