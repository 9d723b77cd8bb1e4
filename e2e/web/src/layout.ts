import type { Page } from 'playwright-core'

/** What does not stand where it should on the page as it is now, a line for each. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(look)
}

/** Runs in the page. */
function look(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const wrong = scrollWidth > clientWidth + 1 ? ['the page scrolls sideways'] : []
  const left = (element: Element | undefined) => element?.getBoundingClientRect().left ?? Number.NaN
  for (const grid of document.querySelectorAll('[role=grid]')) {
    const heads = [...grid.querySelectorAll('[role=columnheader]')]
    const row = grid.querySelector('[role=row]:has([role=gridcell])')
    const cells = [...(row?.children ?? [])]
    for (const [at, head] of heads.entries())
      if (Math.abs(left(head) - left(cells[at])) > 1)
        wrong.push(`the head of "${head.textContent}" does not stand above its column`)
  }
  return wrong
}
