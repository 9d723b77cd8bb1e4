import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { format } from './format'
import { regional } from './region'

describe('the region of a language', () => {
  it.each([
    ['that of the browser', ['en-GB', 'en', 'fr'], 'en', 'en-GB'],
    ['that of the browser, though another language comes first', ['fr-CA', 'en-AU'], 'en', 'en-AU'],
    ['the first of several', ['fr-CH', 'fr-FR'], 'fr', 'fr-CH'],
    ['none where the browser names none', ['en', 'en-GB'], 'en', 'en'],
    ['none where the browser speaks another language', ['de-DE'], 'fr', 'fr'],
    ['none of a language that only begins alike', ['frr-DE'], 'fr', 'fr'],
    ['not one that no standard knows', ['en-US@posix', 'en-IE'], 'en', 'en-IE'],
  ])('is %s', (_, wanted, language, tag) => expect(regional(language, wanted)).toBe(tag))
})

describe('a date', () => {
  const inBrowser = async (languages: string[]) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
    vi.resetModules()
    onTestFinished(() => void vi.restoreAllMocks())
    return (await import('./format')).format
  }

  it.each([
    [['en-GB'], 'en', '22 Nov 2026'],
    [['en-US'], 'en', 'Nov 22, 2026'],
    [['fr-FR', 'en-GB'], 'en', '22 Nov 2026'],
    [['fr-FR'], 'fr', '22 nov. 2026'],
    [['en-GB'], 'fr', '22 nov. 2026'],
  ] as const)('for a browser of %j is written in %s as %s', async (languages, language, said) => {
    const formatOf = await inBrowser([...languages])
    expect(formatOf(language).date(new Date(2026, 10, 22))).toBe(said)
  })
})

describe('a language', () => {
  it.each([
    ['en', 'en', 'English'],
    ['fr', 'en', 'French'],
    ['en', 'fr', 'Anglais'],
    ['fr', 'fr', 'Français'],
    ['en-US', 'fr', 'Anglais'],
    ['fr-CA', 'en', 'French'],
    ['x1', 'en', 'x1'],
    ['not a tag', 'en', 'not a tag'],
  ] as const)('%s is called in %s %s', (tag, language, name) =>
    expect(format(language).language(tag)).toBe(name),
  )
})
