import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { Page } from './DeleteByMailPage'

const ASK = 'POST /api/accounts/delete-recover'

afterEach(() => vi.useRealTimers())

async function ask(answers: (() => unknown)[]) {
  const asked = serve({ [ASK]: () => answers.shift()?.() })
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { person } = show(Page)
  await person.type(await screen.findByLabelText('E-mail address'), 'owner@example.com')
  await person.click(screen.getByRole('button', { name: 'Send the link' }))
  return { person, asked }
}
const later = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
const again = (name: string | RegExp = /^Send it again/) => screen.findByRole('button', { name })

it('offers another letter when the server would send one, a minute after the last', async () => {
  const { person, asked } = await ask([])
  expect((await again()).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByRole('status').textContent).toMatch(/Give it a minute/)
  await person.click(await again())
  expect(asked).toHaveLength(1)

  await later(61)
  expect(screen.getByRole('status').textContent).toMatch(/or have it sent again/)
  await person.click(await again('Send it again'))
  expect(await screen.findByText('Sent again.')).toBeTruthy()
  expect(asked).toHaveLength(2)

  // the focus stays on what was pressed, and waits once more
  const button = await again()
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

it('says that nothing was sent, and can be asked at once', async () => {
  const { person } = await ask([
    () => undefined,
    () => new Answered(429, { message: 'Slow down.' }),
  ])
  await again()
  await later(61)
  await person.click(await again('Send it again'))
  expect(await screen.findByText('Slow down.')).toBeTruthy()
  expect(screen.queryByText('Sent again.')).toBeNull()
  expect((await again('Send it again')).getAttribute('aria-disabled')).toBeNull()
})
