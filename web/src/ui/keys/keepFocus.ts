const OVERLAY = '[role=dialog], [role=alertdialog]'

/**
 * Leaves nobody nowhere who uses the keyboard: when what had the focus is gone from the page, and nothing
 * that closed has given it back, what lies over the page has it, or else the page's title. Answers how
 * to stop.
 */
export function keepFocus(): () => void {
  // the page that opens the app may have brought the focus to its field before
  let last: EventTarget | null = document.activeElement
  let asked = 0
  const remember = ({ target }: FocusEvent) => {
    last = target
  }
  const isLost = () =>
    last instanceof Element && !last.isConnected && document.activeElement === document.body
  const bring = () => {
    if (!isLost()) return
    const overlay = [...document.querySelectorAll<HTMLElement>(OVERLAY)].at(-1)
    const next = overlay ?? document.querySelector<HTMLElement>('main h1')
    next?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(() => {
    if (!isLost()) return
    cancelAnimationFrame(asked)
    // an overlay gives the focus back a frame after it is gone
    asked = requestAnimationFrame(() => {
      asked = requestAnimationFrame(bring)
    })
  })
  document.addEventListener('focusin', remember)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    cancelAnimationFrame(asked)
    observer.disconnect()
    document.removeEventListener('focusin', remember)
  }
}
