import type { Plugin } from 'vite'

/** Where whoever is not signed in comes to, and what every page before that is made of. */
const FIRST = 'src/features/identity/LoginPage.tsx'

/**
 * Names in the document what the first page is made of, so that it is fetched beside the app and not
 * after it: by the time the app knows what to show, that is there.
 */
export function firstPageAtOnce(): Plugin {
  return {
    name: 'first-page-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        if (!bundle) return []
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const first = chunks.find(({ facadeModuleId: id }) => id?.endsWith(FIRST))
        if (!first) this.error(`${FIRST} is in no file of its own any more`)
        const there = new Set(chunks.find(({ isEntry }) => isEntry)?.imports)
        const files = [first.fileName, ...first.imports].filter((name) => !there.has(name))
        const own = chunks.filter(({ fileName, isEntry }) => files.includes(fileName) && !isEntry)
        const styles = own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        return [
          ...own.map(({ fileName }) => link('modulepreload', fileName)),
          ...styles.map((name) => link('stylesheet', name)),
        ]
      },
    },
  }
}

const link = (rel: string, name: string) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${name}` },
  injectTo: 'head' as const,
})
