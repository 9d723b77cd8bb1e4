import type { PointerEvent, RefObject } from 'react'

/** Lets an edge be dragged to widen its column; two clicks give the width back. */
export function useWidening(
  cell: RefObject<HTMLElement | null>,
  done: (width: number | null) => void,
) {
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation()
      event.preventDefault()
      const edge = event.currentTarget
      const from = event.clientX
      const width = cell.current?.offsetWidth ?? 0
      const sign = getComputedStyle(edge).direction === 'rtl' ? -1 : 1
      const move = (moved: globalThis.PointerEvent) => done(width + sign * (moved.clientX - from))
      const end = () => {
        edge.removeEventListener('pointermove', move)
        edge.removeEventListener('pointerup', end)
        edge.removeEventListener('pointercancel', end)
      }
      edge.setPointerCapture(event.pointerId)
      edge.addEventListener('pointermove', move)
      edge.addEventListener('pointerup', end)
      edge.addEventListener('pointercancel', end)
    },
    onDoubleClick: () => done(null),
    onClick: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  }
}
