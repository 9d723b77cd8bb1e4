import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows are put in and taken out in blocks, so that not every pixel of scrolling draws anew. */
const BLOCK = 8

interface Shown {
  first: number
  end: number
}

/** Which of `count` rows of one height are to be drawn: those in view and a block on either side. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): Shown {
  const [{ first, end }, show] = useState(() => around(0, window.innerHeight / 2, height))
  useLayoutEffect(() => {
    const view = box.current
    if (!view) return
    const look = () => {
      const next = around(view.scrollTop, Math.max(view.clientHeight, 200), height)
      show((now) => (now.first === next.first && now.end === next.end ? now : next))
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
  return { first: Math.max(0, Math.min(first, count - (end - first))), end: Math.min(count, end) }
}

/** The rows in the part of a list that begins at `top`, by whole blocks, and a block on either side. */
function around(top: number, room: number, height: number): Shown {
  const block = BLOCK * height
  return {
    first: Math.max(0, (Math.floor(top / block) - 1) * BLOCK),
    end: (Math.ceil((top + room) / block) + 1) * BLOCK,
  }
}
