import { useEffect, useState } from 'react'

/** Seconds that are left until something may be done again; `start` begins anew. */
export function useCountdown(
  seconds: number,
  { runs }: { runs: boolean },
): { left: number; start: () => void } {
  const [end, setEnd] = useState(() => (runs ? performance.now() + seconds * 1000 : 0))
  const [now, setNow] = useState(() => performance.now())
  const left = Math.max(0, Math.ceil((end - now) / 1000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [isOver])
  const start = () => {
    setNow(performance.now())
    setEnd(performance.now() + seconds * 1000)
  }
  return { left, start }
}
