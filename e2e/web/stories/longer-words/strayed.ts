import type { Page } from 'playwright-core'

/** What is no sentence of ours, in the browser's French. */
const DATA: readonly RegExp[] = [
  // names, addresses and ids
  /https?:\/\/\S+|localhost(:\d+)?|\S+@\S+|Wardstead|Acme|Default|Owner|Chrome|Ctrl/g,
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g,
  // what the protocol calls features
  /\b(use[A-Z\d]\w+|usersGetPremium|selfHost)\b/g,
  // dates as the browser writes them
  /\d+ \p{L}+\.? \d{4}(, \d+:\d+)?|(il y a|dans) [\d\s]+\p{L}+|maintenant/gu,
  // what languages call themselves
  /English|Français/g,
  // letters are written in the language of who gets them
  /You are invited to an organization|Finish creating your account/g,
  // what React Aria calls the buttons of a field for numbers
  /Augmenter|Diminuer/g,
]

/** What has no room on the page, and what no catalogue says; a line for each. */
export async function strayed(page: Page): Promise<string[]> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  const { texts, cut, wide } = await page.evaluate(look)
  const unsaid = texts.filter((text) => /\p{L}{3,}/u.test(plain(text)))
  return [
    ...unsaid.map((text) => `in no catalogue: ${text}`),
    ...cut.map((text) => `cut off: ${text}`),
    ...wide.map((text) => `wider than the page: ${text}`),
  ]
}

/** A text without sentences of the pseudo-language, one within the other, and without data. */
function plain(text: string): string {
  const left = text.replaceAll(/\[[^[\]]*\]/g, ' ')
  if (left !== text) return plain(left)
  return DATA.reduce((rest, data) => rest.replaceAll(data, ' '), text)
}

/** Runs in the page. */
function look(): { texts: string[]; cut: string[]; wide: string[] } {
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    const isSaid = parentElement?.checkVisibility() && !parentElement.closest('[translate=no]')
    if (nodeValue?.trim() && isSaid) texts.push(nodeValue.trim())
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`))
      texts.push(element.getAttribute(name) ?? '')
  const pressed = 'button, [role=tab], [role=radio], label, h1, h2, legend'
  const cut = [...document.querySelectorAll<HTMLElement>(pressed)]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one)
      return (
        overflowX !== 'visible' && textOverflow === 'clip' && one.scrollWidth > one.clientWidth + 1
      )
    })
    .map(({ textContent }) => textContent)
  const { scrollWidth, clientWidth } = document.documentElement
  const reaches = (one: Element) => one.getBoundingClientRect().right > clientWidth + 1
  const wide = [...document.body.querySelectorAll('*')]
    .filter((one) => reaches(one) && ![...one.children].some(reaches))
    .map(({ textContent }) => textContent)
  return { texts, cut, wide: scrollWidth > clientWidth + 1 ? wide : [] }
}
