import { afterEach, vi } from 'vitest'

/** What the server in memory was asked. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  /** JSON as it was sent; a form as an object. */
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
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request =
      typeof input === 'string' ? new Request(new URL(input, location.href), init) : input
    const { pathname, searchParams } = new URL(request.url)
    const text = await request.text()
    const one: Asked = {
      method: request.method,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: read(text, request.headers.get('Content-Type') ?? ''),
    }
    asked.push(one)
    const answer = answers[`${one.method} ${one.path}`]
    if (!answer) return json(404, { message: 'Resource not found.' })
    const given = await answer(one)
    if (given instanceof Response) return given
    if (given instanceof Answered) return json(given.status, given.body)
    return given === undefined ? new Response(null, { status: 200 }) : json(200, given)
  })
  return asked
}

/** No answer at all. */
export const unreachable = (): never => {
  throw new TypeError('Failed to fetch')
}

function read(text: string, type: string): unknown {
  if (text === '') return null
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  return JSON.parse(text)
}

const json = (status: number, body: unknown): Response =>
  body === null
    ? new Response(null, { status })
    : new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      })

afterEach(() => vi.unstubAllGlobals())
