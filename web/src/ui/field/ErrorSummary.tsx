import type { RefObject } from 'react'
import { useText } from '../../i18n'
import { Icon } from '../Icon'
import { useErrorWords } from '../state/errorWords'
import styles from './Form.module.css'
import { firstInvalid } from './firstInvalid'

interface Props {
  error: unknown
  /** What is wrong, by the names of fields. */
  problems: Readonly<Record<string, readonly string[]>>
  form: RefObject<HTMLFormElement | null>
}

/**
 * What kept a form from being saved. One field explains itself where it stands; for several there
 * are links to each, and what belongs to no field is said here.
 */
export function ErrorSummary({ error, problems, form }: Props) {
  const { common } = useText()
  const words = useErrorWords()
  const names = Object.keys(problems)
  // a form that begins with an error is not there yet when this is first shown
  const elsewhere = names.filter((name) => form.current && !firstInvalid(form.current, [name]))
  const show = error != null && (names.length !== 1 || elsewhere.length > 0)
  return (
    <div role="alert" className={show ? styles.summary : styles.noSummary}>
      {show && (
        <>
          <p className={styles.summaryTitle}>
            <Icon name="alert" />
            {names.length > 0 ? common.fieldsNeedAttention(names.length) : words(error).what}
          </p>
          {names.length > 0 && (
            <ul className={styles.list}>
              {names.map((name) => (
                <li key={name}>
                  {elsewhere.includes(name) ? (
                    problems[name]?.join('\n')
                  ) : (
                    <button
                      type="button"
                      className={styles.jump}
                      onClick={() => firstInvalid(form.current, [name])?.focus()}
                    >
                      {problems[name]?.join('\n')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
