import styles from './KeyboardHint.module.css'

/** Keys that do the same: `Mod+K`, `g c`. `Mod` is the command key on Apple's machines. */
export function KeyboardHint({ keys }: { keys: string }) {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform)
  const parts = keys.split(/[+ ]/).map((key) => (key === 'Mod' ? (apple ? '⌘' : 'Ctrl') : key))
  return (
    <kbd className={styles.hint}>
      {parts.map((part) => (
        <kbd key={part} className={styles.key}>
          {part}
        </kbd>
      ))}
    </kbd>
  )
}
