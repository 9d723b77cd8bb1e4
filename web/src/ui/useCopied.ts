import { useEffect, useState } from 'react'
import { copy, copySecret } from './clipboard'

const SAID_FOR = 2_000

/** Copies, and for two seconds says that it did. */
export function useCopied(): { copied: boolean; put: (value: string, secret?: boolean) => void } {
  const [times, setTimes] = useState(0)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (times === 0) return
    setCopied(true)
    const timer = setTimeout(() => setCopied(false), SAID_FOR)
    return () => clearTimeout(timer)
  }, [times])
  const put = (value: string, secret = false) => {
    const done = () => setTimes((n) => n + 1)
    void (secret ? copySecret(value) : copy(value)).then(done, () => setCopied(false))
  }
  return { copied, put }
}
