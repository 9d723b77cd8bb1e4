import { describe, expect, it } from 'vitest'
import { format } from '../../../i18n'
import { en } from '../../../i18n/en'
import { fr } from '../../../i18n/fr'
import { changeInWords, changeOf, pageOf, targetOf } from './deed'
import type { Deed } from './queries'

const deed = (more: Partial<Deed>): Deed => ({
  id: 'd1',
  action: 'installation.rotate',
  date: '2026-05-01T10:00:00Z',
  ...more,
})

describe('what an operator did it to', () => {
  it.each([
    ['a server, by its address', { subject: 'servers@acme.example' }, 'servers@acme.example'],
    ['what has no name any more', { subjectId: 'i1' }, 'i1'],
    ['a job', { action: 'job.retry', subject: 'mail.send', subjectId: 'j1' }, 'Send letters'],
    ['a job nobody knows', { action: 'job.cancel', subject: 'no.such' }, 'no.such'],
    ['a job that is gone', { action: 'job.retry', subjectId: 'j1' }, 'j1'],
    ['nothing', { action: 'operator.sign-in' }, ''],
  ])('is %s', (_, more, name) => expect(targetOf(deed(more), en)).toBe(name))

  it('is said in French', () =>
    expect(targetOf(deed({ action: 'job.retry', subject: 'mail.send' }), fr)).toBe(
      fr.system.queue.kinds['mail.send'],
    ))
})

describe('a license that was made', () => {
  const made = deed({
    action: 'license.generate',
    subjectId: 'o1',
    subject: 'Acme',
    newValue: 'servers@acme.example (i1)',
  })

  it('leads to its organization, and names the server', () => {
    expect(pageOf(made)).toBe('/admin/organizations/o1')
    expect(changeOf(made, en, format('en'))).toBeNull()
    expect(changeInWords(made, en, format('en'))).toBe(
      'For the server of servers@acme.example (i1)',
    )
  })
})

it.each([
  ['en', en, '20 → 100,000'],
  ['fr', fr, '20 → 100\u202f000'],
] as const)('seats are numbers in %s', (language, text, said) => {
  const seats = deed({ action: 'organization.seats', oldValue: '20', newValue: '100000' })
  expect(changeInWords(seats, text, format(language))).toBe(said)
})
