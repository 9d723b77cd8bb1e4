import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows are put in and taken out in blocks, so that not every pixel of scrolling draws anew. */
const BLOCK = 8

/** Which of `count` rows of one height are to be drawn: those in view and a block on either side. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, height: number) {
  const [first, setFirst] = useState(0)
  const [room, setRoom] = useState(40)
  useLayoutEffect(() => {
    const view = box.current
    if (!view) return
    const look = () => {
      setFirst(Math.max(0, Math.floor(view.scrollTop / height / BLOCK) * BLOCK - BLOCK))
      setRoom(Math.ceil(Math.max(view.clientHeight, 200) / height) + 3 * BLOCK)
    }
    look()
    view.addEventListener('scroll', look, { passive: true })
    const watch = new ResizeObserver(look)
    watch.observe(view)
    return () => {
      view.removeEventListener('scroll', look)
      watch.disconnect()
    }
  }, [box, height])
  return { first: Math.min(first, Math.max(0, count - room)), end: Math.min(count, first + room) }
}
