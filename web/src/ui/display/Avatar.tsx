import { join } from '../join'
import styles from './Avatar.module.css'

interface Props {
  /** A name or a mail address. */
  name: string
  /** Organizations are square, people round. */
  shape?: 'person' | 'organization'
  size?: 'small' | 'medium' | 'large'
}

/** The initials of a person or an organization, beside the name they stand for. */
export function Avatar({ name, shape = 'person', size = 'medium' }: Props) {
  return (
    <span
      aria-hidden="true"
      // drawn by the style sheet: the name beside it is what is read and copied
      data-initials={initials(name)}
      className={join(styles.avatar, styles[shape], styles[size], styles[`hue${hue(name)}`])}
    />
  )
}

function initials(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s._-]+/u)
    .filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** Always the same for the same name. */
function hue(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997
  return sum % 6
}
