import { expect, it } from 'vitest'
import { destination } from './destination'

it('leads to a page of ours, and to no other site', () => {
  const cases: [unknown, string][] = [
    ['/org/1/members?search=a#b', '/org/1/members?search=a#b'],
    ['/', '/'],
    [undefined, '/home'],
    [7, '/home'],
    ['', '/home'],
    ['home', '/home'],
    ['https://example.com', '/home'],
    ['//example.com', '/home'],
    ['/\\example.com', '/home'],
    ['/a\\..\\b', '/home'],
    ['/\t/example.com', '/home'],
    ['/\n/example.com', '/home'],
    ['javascript:alert(1)', '/home'],
  ]
  for (const [to, expected] of cases) expect(destination(to), String(to)).toBe(expected)
})
