import type { BrowserContext, Locator, Page } from 'playwright-core'
import { until } from './wait'

/** Pages of `context` know from now on whether anything had the focus since they were opened. */
export async function rememberFocus(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const remember = () => Object.assign(window, { hadFocus: true })
    document.addEventListener('focusin', remember, { once: true })
  })
}

/** Where something had the focus, something has: who uses the keyboard does not begin anew. */
export async function keepsFocus(page: Page): Promise<void> {
  await until('anything to have the focus, which is lost', () => page.evaluate(isSomewhere), 5)
}

/** A stop that cannot be seen is no stop. */
export async function showsFocus(element: Locator): Promise<void> {
  if (!(await element.evaluate(isOutlined)))
    throw new Error(`the focus is on ${element}, and nobody can see it`)
  await until(
    `${element} to be in sight, which has the focus`,
    () => element.evaluate(isInSight),
    5,
  )
}

/** Runs in the page. */
function isSomewhere(): boolean {
  const { activeElement, body } = document
  return (activeElement !== null && activeElement !== body) || !('hadFocus' in window)
}

/** Whether an element that has the focus shows it, itself or at its frame; runs in the page. */
function isOutlined(element: Element): boolean {
  const outlined = (one: Element | null | undefined) => {
    if (!one) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && outlineWidth !== '0px'
  }
  // a box or a dot shows it beside itself, a field around itself and its buttons
  const label = element.closest('label')
  const field = element.matches('input, textarea') ? element.parentElement : null
  return [element, label, ...(label?.children ?? []), field, field?.parentElement].some(outlined)
}

/** Whether some of an element lies over whatever else is there; runs in the page. */
function isInSight(element: Element): boolean {
  // a box or a dot is drawn by what stands beside it
  const seen = element.closest('label') ?? element
  const { left, top, width, height } = seen.getBoundingClientRect()
  return [0.1, 0.5, 0.9].some((down) =>
    [0.1, 0.5, 0.9].some((across) => {
      const there = document.elementFromPoint(left + across * width, top + down * height)
      return there !== null && (seen.contains(there) || there.contains(seen))
    }),
  )
}
