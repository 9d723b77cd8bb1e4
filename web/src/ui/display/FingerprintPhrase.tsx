import { useText } from '../../i18n'
import styles from './FingerprintPhrase.module.css'

/** Five words that two people compare aloud; always English, as on every other device. */
export function FingerprintPhrase({ phrase }: { phrase: string }) {
  const { ui } = useText()
  const words = phrase.split(/[-\s]+/).filter(Boolean)
  return (
    <p className={styles.phrase} lang="en" translate="no">
      <span className="visually-hidden">{ui.fingerprint}: </span>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a phrase may hold a word twice
        <span key={index} className={styles.word}>
          {word}
        </span>
      ))}
    </p>
  )
}
