import { useLayoutEffect, useState } from 'react'
import { useGo } from './useGo'

interface Props {
  /** An address of `paths`, or one made by `comingFrom`. */
  to: string
}

/**
 * Goes to another page instead of this one, once: what its parent hears of on the way, the new
 * address above all, does not send anybody anywhere again.
 */
export function Redirect({ to }: Props) {
  const go = useGo()
  const [first] = useState(to)
  useLayoutEffect(() => go(first, 'instead'), [go, first])
  return null
}
