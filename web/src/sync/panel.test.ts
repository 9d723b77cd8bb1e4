import { expect, it } from 'vitest'
import { format } from '../i18n'
import { en } from '../i18n/en'
import { fr } from '../i18n/fr'
import { type Panel, syncState } from './panel'

type Run = Panel['runs'][number]

const REFUSED = 'The cloud refused: Invalid Billing Sync Key'

const lastOf = (run: Partial<Run>, text = en) => {
  const runs = [{ id: 'r1', trigger: 'manual', outcome: 'failed', sent: 0, received: 0, ...run }]
  const panel = { status: 'failing', runs, steps: [], pending: 0 } as unknown as Panel
  return syncState(panel, text, format('en')).lastAttempt
}

it.each([
  ['nothing', {}, []],
  ['the run', { error: REFUSED }, [REFUSED]],
  [
    'the license',
    { licenseError: 'It expired.\nIts key is unknown.' },
    ['It expired.', 'Its key is unknown.'],
  ],
  ['both', { error: 'One.', licenseError: 'Two.' }, ['One.', 'Two.']],
  [
    'both, for the same reason',
    { error: REFUSED, licenseError: `No license. ${REFUSED}` },
    [`No license. ${REFUSED}`],
  ],
])('when %s failed, each reason is a line', (_, run, reasons) =>
  expect(lastOf(run)?.reasons).toEqual(reasons),
)

it('says what became of the license', () => {
  const run = { licenseOutcome: 'failed', refused: 0 }
  expect(lastOf(run)?.summary).toBe('By hand · 0 sent, 0 received · license not synced')
  expect(lastOf(run, fr)?.summary).toBe('À la main · 0 envoyé, 0 reçu · licence non synchronisée')
})
