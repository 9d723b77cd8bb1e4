import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * Whether what is at least so many pixels wide scrolls sideways in the box. Where nothing does,
 * nothing need be pinned either, which in every row costs more than the texts it holds.
 */
export function useWide(box: RefObject<HTMLElement | null>, least: number): boolean {
  const [isWide, setWide] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setWide(element.clientWidth < least)
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [box, least])
  return isWide
}
