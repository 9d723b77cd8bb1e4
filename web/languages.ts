import type { Plugin } from 'vite'

const SPOKEN = ['en-US', 'fr-FR']
const SENTENCES = /\/dist\/private\/intl\/(?:\w+\/)?([a-z]{2}-[A-Z]{2})\.mjs$/

/** Leaves out what React Aria says in languages the app does not speak: thirty-two of thirty-four. */
export function onlyOurLanguages(): Plugin {
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load(id) {
      const language = SENTENCES.exec(id)?.[1]
      return language && !SPOKEN.includes(language) ? 'export default {}' : null
    },
  }
}
