import type { BrowserContext } from 'playwright-core'

/** The files of the catalogues, as the build names them. */
const CATALOGUES = /\/assets\/(first|rest)-[\w-]+\.js$/

/**
 * Has every catalogue that pages of `context` fetch speak the pseudo-language: each sentence in
 * brackets and two fifths longer, so that it shows where there is no room for it, and what is in no
 * catalogue shows by having no brackets. English has its first words in the app itself, so the
 * browser must ask for French.
 */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(CATALOGUES, async (route) => {
    const answer = await route.fetch()
    const { pathname } = new URL(route.request().url())
    const [, exported = ''] = /export\s*\{([^}]*)\}/.exec(await answer.text()) ?? []
    const names = [...exported.matchAll(/\bas (\w+)/g)].map(([, name]) => name)
    if (names.length === 0) throw new Error(`${pathname} exports nothing`)
    const lines = names.map((name) => `export const ${name} = bend(real.${name})`)
    // the question mark makes it another address, which is not bent again
    const body = `import * as real from '${pathname}?as-it-is'\n${bend}\n${stretch}\n${lines.join('\n')}`
    await route.fulfill({ response: answer, body, headers: { 'Content-Type': 'text/javascript' } })
  })
}

/** Runs in the page. */
function bend(value: unknown): unknown {
  if (typeof value === 'string') return stretch(value)
  if (typeof value === 'function') return (...words: unknown[]) => bend(value(...words))
  if (Array.isArray(value)) return value.map(bend)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bend(inner)]))
}

/** Every word two fifths longer, so that lines still break between them; runs in the page. */
function stretch(text: string): string {
  const longer = text.replace(/\S+/g, (word) => word + '~'.repeat(Math.ceil(word.length * 0.4)))
  return text === '' ? '' : `[${longer}]`
}
