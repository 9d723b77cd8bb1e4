import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of WCAG 2.2 AA, and what axe holds to be good manners. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A tooltip is read with what it is about, and needs no landmark around it. */
const REGIONS = JSON.stringify({
  checks: [
    {
      id: 'region',
      options: {
        regionMatcher: 'dialog, [role=dialog], [role=alertdialog], [role=tooltip], svg',
      },
    },
  ],
})

/** What axe finds on the page as it is now, a line for each. */
export async function findings(page: Page): Promise<string[]> {
  // asked for by the debugger, so that the page's own policy may stay as strict as it is
  const debug = await page.context().newCDPSession(page)
  const evaluate = async <T>(expression: string): Promise<T> => {
    const answer = await debug.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description)
    return answer.result.value as T
  }
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
  })
  // half a megabyte, brought once to every page
  if (await evaluate<boolean>('window.axe === undefined'))
    await evaluate(`(() => { ${source}; axe.configure(${REGIONS}) })(), undefined`)
  const violations = await evaluate<axe.Result[]>(
    `window.axe.run(document, ${options}).then(({ violations }) => violations)`,
  )
  await debug.detach()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.replaceAll(/\s+/g, ' ')
      return `${id} (${help}) at ${target.join(' ')}: ${why}`
    }),
  )
}
