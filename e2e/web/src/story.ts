import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser } from './browser'
import { type Pair, pair, type Server } from './server'
import { type Language, Visitor } from './visitor'

/** What a story is told with. */
export interface Stage extends Pair {
  language: Language
  /**
   * A person with a browser of their own, at `server`. Of those who act at the same time each has a
   * `part`, where their pictures are numbered.
   */
  arrive(server: Server, part?: string): Promise<Visitor>
}

/**
 * Tells a story in both languages, or in those it names, each on a cloud and a self-hosted server of
 * its own. It fails when its telling does, and when anything was wrong in a browser meanwhile.
 */
export function story(
  name: string,
  tell: (stage: Stage) => Promise<void>,
  languages: readonly Language[] = ['en', 'fr'],
): void {
  describe.each(languages)(`${name}, in %s`, (language) => {
    let servers: Pair | null = null

    beforeAll(async () => {
      servers = await pair()
    })
    afterAll(async () => {
      await servers?.own.remove()
      await servers?.cloud.remove()
      await closeBrowser()
    })

    test('is told to its end', async () => {
      if (!servers) throw new Error('the servers did not start')
      const visitors: Visitor[] = []
      const arrive = async (server: Server, part?: string) => {
        const pictures = part ? `${name}-${part}` : name
        const visitor = await Visitor.arrive(server, pictures, language, languages.length > 1)
        visitors.push(visitor)
        return visitor
      }
      try {
        await tell({ ...servers, language, arrive })
      } catch (error) {
        for (const visitor of visitors) console.error(await visitor.account())
        for (const server of Object.values(servers) as Server[])
          console.error(`the ${server.role} server said\n${await server.lastWords()}`)
        throw error
      } finally {
        const faults = await Promise.all(visitors.map((visitor) => visitor.leave()))
        expect.soft(faults.flat()).toEqual([])
      }
    })
  })
}
