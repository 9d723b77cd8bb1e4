export type { Messages } from './en'
export { type Format, format, type Instant, useFormat } from './format'
export {
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  language,
  preferredLanguage,
  speak,
  speakOfAll,
  text,
  useLanguage,
  useText,
} from './language'
