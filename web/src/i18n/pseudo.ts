import { en, type Messages } from './en'

/** English two fifths longer, in brackets: what is cut off or not in the catalogue shows at once. */
export const pseudo: Messages = bend(en) as Messages

function bend(value: unknown): unknown {
  if (typeof value === 'string') return stretch(value)
  if (typeof value === 'function')
    return (...args: unknown[]) => stretch(String((value as (...a: unknown[]) => unknown)(...args)))
  if (Array.isArray(value)) return value.map(bend)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bend(inner)]))
  return value
}

const stretch = (text: string): string => `[${text}${'~'.repeat(Math.ceil(text.length * 0.4))}]`
