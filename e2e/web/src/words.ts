import type { Messages } from '../../../web/src/i18n/en'
import { first as firstInEnglish } from '../../../web/src/i18n/en/first'
import { rest as restInEnglish } from '../../../web/src/i18n/en/rest'
import { first as firstInFrench } from '../../../web/src/i18n/fr/first'
import { rest as restInFrench } from '../../../web/src/i18n/fr/rest'
import type { Language } from './visitor'

/** What pages say, for stories that are about what they do. */
export const WORDS: Record<Language, Messages> = {
  en: { ...firstInEnglish, ...restInEnglish },
  fr: { ...firstInFrench, ...restInFrench },
}
