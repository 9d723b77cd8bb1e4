import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeBrowser } from '../src/browser'
import { Server } from '../src/server'
import { Visitor } from '../src/visitor'

// What the stories lean on: whatever goes wrong in a browser is noticed.

let server: Server
let visitor: Visitor

beforeAll(async () => {
  server = await Server.prepare('cloud')
  await server.run()
})
afterAll(async () => {
  await server.remove()
  await closeBrowser()
})
beforeEach(async () => {
  visitor = await Visitor.arrive(server, 'noticed', 'en')
  await visitor.open('/login')
  await visitor.page.getByRole('heading', { level: 1 }).waitFor()
  return async () => void (await visitor.leave())
})

const faults: readonly (readonly [what: string, cause: () => unknown, noticed: RegExp])[] = [
  [
    'a request to another origin',
    () => void fetch('https://elsewhere.example/').catch(() => null),
    /elsewhere\.example/,
  ],
  [
    'a style written into the page',
    () => {
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.head.append(style)
    },
    /style-src/,
  ],
  [
    'markup made of text',
    () => {
      try {
        document.body.innerHTML = '<b>text</b>'
      } catch {}
    },
    /TrustedHTML/,
  ],
  [
    'a worker that is not ours',
    () => {
      try {
        new Worker('/assets/x.js')
      } catch {}
    },
    /TrustedScriptURL/,
  ],
  [
    'a script that breaks off',
    () => void setTimeout(() => Promise.reject(new Error('as it should')), 0),
    /as it should/,
  ],
  ['an error on the console', () => console.error('something is wrong'), /something is wrong/],
]

test.each(faults)('%s', async (_, cause, noticed) => {
  await visitor.page.evaluate(cause)
  await expect.poll(() => visitor.faults.join('\n')).toMatch(noticed)
})

test('another site that is opened', async () => {
  await visitor.open('data:text/html,elsewhere')
  expect(visitor.faults).toEqual([])
  await visitor.page.goto('http://127.0.0.1:1/').catch(() => null)
  expect(visitor.faults.join()).toContain('127.0.0.1:1')
})

test('a refusal of the server is not a fault', async () => {
  await visitor.page.evaluate(() => fetch('/api/sync'))
  expect(visitor.faults).toEqual([])
})

test('a picture nobody can hear of', async () => {
  await visitor.page.evaluate(() => document.querySelector('main')?.append(new Image(9, 9)))
  await expect(visitor.look('finding')).rejects.toThrow(/image-alt/)
})

test('a page that is too wide', async () => {
  await visitor.page.evaluate(() => {
    const wide = document.createElement('div')
    wide.style.inlineSize = '1300px'
    document.querySelector('main')?.append(wide)
  })
  await expect(visitor.look('wide')).rejects.toThrow(/scrolls sideways/)
})

test.each([
  ['storage', () => localStorage.setItem('note', 'the marker, kept')],
  [
    'the title',
    () => {
      document.title = 'the marker'
    },
  ],
  ['the address', () => history.replaceState(null, '', '?note=the%20marker')],
  ['storage, encoded', () => sessionStorage.setItem('note', btoa('the marker'))],
])('a secret in %s', async (_, keep) => {
  await visitor.expectNowhere('the marker')
  await visitor.page.evaluate(keep)
  await expect(visitor.expectNowhere('the marker')).rejects.toThrow(/a secret lies/)
})

test('a focus nobody sees', async () => {
  const field = visitor.page.getByRole('textbox')
  await visitor.keyboard.to(field)
  await visitor.page.evaluate(() => {
    for (const element of document.querySelectorAll('main *'))
      if (element instanceof HTMLElement) element.style.setProperty('outline', 'none', 'important')
  })
  await expect(visitor.keyboard.to(field)).rejects.toThrow(/nobody can see it/)
})

test('a focus under something else', async () => {
  const field = visitor.page.getByRole('textbox')
  await visitor.keyboard.to(field)
  await visitor.page.evaluate(() => {
    const bar = document.createElement('div')
    Object.assign(bar.style, { position: 'fixed', inset: '0', zIndex: '99' })
    document.body.append(bar)
  })
  await expect(visitor.keyboard.to(field)).rejects.toThrow(/to be in sight/)
})

test('a focus that is lost', async () => {
  const field = visitor.page.getByRole('textbox')
  await visitor.keyboard.to(field)
  await field.blur()
  await expect(visitor.keyboard.to(field)).rejects.toThrow(/which is lost/)
})

test('a keyboard that does not get there', async () => {
  await visitor.page.evaluate(() => {
    document.querySelector('button[type=submit]')?.setAttribute('tabindex', '-1')
  })
  const submit = visitor.page.locator('button[type=submit]')
  await expect(visitor.keyboard.press(submit)).rejects.toThrow(/does not reach/)
})
