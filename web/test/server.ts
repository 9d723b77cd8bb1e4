import { afterEach, vi } from 'vitest'

/** What the server in memory was asked. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
}

type Answer = (asked: Asked) => unknown

/** An answer of another status than 200. */
export class Answered {
  constructor(
    readonly status: number,
    readonly body: unknown = null,
  ) {}
}

/**
 * Stands in for the server until the end of the test: answers by `METHOD /path`, refuses everything
 * else with 404, and gives the list of what was asked.
 */
export function serve(answers: Readonly<Record<string, Answer>>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url)
    const text = await request.text()
    const one: Asked = {
      method: request.method,
      path: pathname,
      query: searchParams,
      body: text ? JSON.parse(text) : null,
    }
    asked.push(one)
    const answer = answers[`${one.method} ${one.path}`]
    if (!answer) return json(404, { message: 'Resource not found.' })
    const given = answer(one)
    if (given instanceof Answered) return json(given.status, given.body)
    return given === undefined ? new Response(null, { status: 200 }) : json(200, given)
  })
  return asked
}

const json = (status: number, body: unknown): Response =>
  body === null
    ? new Response(null, { status })
    : new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      })

afterEach(() => vi.unstubAllGlobals())
