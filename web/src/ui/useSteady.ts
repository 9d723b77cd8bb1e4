import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same and does what `act` of the last render does: for what is called by
 * events alone, so that a component that is given it need not be drawn anew.
 */
export function useSteady<Args extends unknown[], Answer>(
  act: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
