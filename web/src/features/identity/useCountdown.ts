import { useEffect, useState } from 'react'

/** Seconds that are left until something may be done again; `start` begins anew. */
export function useCountdown(
  seconds: number,
  { runs }: { runs: boolean },
): { left: number; start: () => void } {
  const [left, setLeft] = useState(runs ? seconds : 0)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return { left, start: () => setLeft(seconds) }
}
