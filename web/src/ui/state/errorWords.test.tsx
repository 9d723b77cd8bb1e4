import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ApiError } from '../../api'
import { type Language, speak } from '../../i18n'
import { UiProvider } from '../UiProvider'
import { ErrorState } from './ErrorState'

const tooMany = (wait: number | null) =>
  new ApiError(429, 'Too many attempts. Wait a few minutes and try again.', {}, null, wait)

const cases: [string, Language, ApiError, string][] = [
  ['half a minute', 'en', tooMany(30), 'Too many attempts. Try again in 1 minute.'],
  ['a minute and a second', 'en', tooMany(61), 'Too many attempts. Try again in 2 minutes.'],
  ['an hour', 'fr', tooMany(3600), 'Trop de tentatives. Réessayez dans 60 minutes.'],
  ['a second', 'fr', tooMany(1), 'Trop de tentatives. Réessayez dans 1 minute.'],
  [
    'a while that is not said',
    'en',
    tooMany(null),
    'Too many attempts. Wait a few minutes and try again.',
  ],
  [
    'a busy server',
    'en',
    new ApiError(503, 'The server is busy.', {}, null, 1),
    'The server is busy.',
  ],
]

afterEach(() => speak('en'))

it.each(cases)('says how long to wait: %s', async (_, language, error, sentence) => {
  await speak(language)
  render(
    <UiProvider go={() => {}} addressOf={(path) => path}>
      <ErrorState error={error} />
    </UiProvider>,
  )
  expect(screen.getByText(sentence)).toBeTruthy()
})
