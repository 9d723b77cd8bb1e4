import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser } from './browser'
import { type Pair, pair, type Server } from './server'
import { type Language, Visitor } from './visitor'

/** What a story is told with. */
export interface Stage extends Pair {
  language: Language
  /** A person with a browser of their own, at `server`. */
  arrive(server: Server): Promise<Visitor>
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
      const arrive = async (server: Server) => {
        const visitor = await Visitor.arrive(server, name, language)
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
