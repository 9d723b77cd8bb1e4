import { type RefObject, useLayoutEffect } from 'react'

const MARGIN = 24
const LEAST = 320

/** Lets an element be as high as the window has room below its top, so that only one thing scrolls. */
export function useRoomBelow(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const top = element.getBoundingClientRect().top + window.scrollY
      const room = Math.max(LEAST, window.innerHeight - top - MARGIN)
      element.style.setProperty('max-block-size', `${room}px`)
    }
    measure()
    window.addEventListener('resize', measure)
    // whatever stands above may wrap or go away, and then something around both is another size
    const watch = new ResizeObserver(measure)
    for (let around = element.parentElement; around; around = around.parentElement)
      watch.observe(around)
    return () => {
      window.removeEventListener('resize', measure)
      watch.disconnect()
    }
  }, [box])
}
