import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { ApiError } from '../../api'
import { Actions } from '../layout/Actions'
import { ErrorSummary } from './ErrorSummary'
import styles from './Form.module.css'
import { InForm } from './Frame'
import { firstInvalid } from './firstInvalid'

export interface FormProps {
  /** Called with the values of the named fields once the browser finds them valid. */
  onSubmit: (values: FormData) => void
  /** What came of it: a mutation's `error`. Its fields are marked, the first gets the focus. */
  error?: unknown
  /** Fields whose name differs from the wire's: `{ billingEmail: 'mail' }`. */
  names?: Readonly<Record<string, string>>
  /** Buttons at its end; the one of `type="submit"` sends it. */
  actions?: ReactNode
  id?: string
  'aria-label'?: string
  children: ReactNode
}

/** A form: says what is wrong where it is wrong, and loses nothing a person typed. */
export function Form({ onSubmit, error, names = {}, actions, id, children, ...rest }: FormProps) {
  const own = useId()
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState(() => ({ of: error, problems: fieldErrors(error, names) }))
  if (shown.of !== error) setShown({ of: error, problems: fieldErrors(error, names) })
  const { problems } = shown
  const isCorrected = hasFields(error) && Object.keys(problems).length === 0

  // an error goes while it is corrected, not when the field is left: no button moves under a press
  const correct = ({ target }: FormEvent<HTMLFormElement>) => {
    const name = target instanceof Element ? (target.getAttribute('name') ?? '') : ''
    if (!(name in problems)) return
    const { [name]: _, ...others } = problems
    setShown({ of: error, problems: others })
  }

  const focusFirst = useEffectEvent(() =>
    firstInvalid(form.current, Object.keys(problems))?.focus(),
  )
  useEffect(() => {
    if (error) focusFirst()
  }, [error])
  useEffect(() => {
    const sent = form.current
    const send = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sent?.requestSubmit()
    }
    sent?.addEventListener('keydown', send)
    return () => sent?.removeEventListener('keydown', send)
  }, [])

  return (
    <InForm value={true}>
      <AriaForm
        {...rest}
        id={id ?? own}
        ref={form}
        className={styles.form ?? ''}
        validationErrors={problems}
        // handed on, though not among its types
        {...{ onInput: correct }}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault()
          onSubmit(new FormData(event.currentTarget))
        }}
      >
        <ErrorSummary error={isCorrected ? null : error} problems={problems} form={form} />
        {children}
        {actions && <Actions>{actions}</Actions>}
      </AriaForm>
    </InForm>
  )
}

const hasFields = (error: unknown): boolean =>
  error instanceof ApiError && Object.keys(error.fields).length > 0

/** Errors by the names of the form's fields; the wire capitalises as it likes. */
function fieldErrors(
  error: unknown,
  names: Readonly<Record<string, string>>,
): Record<string, string[]> {
  if (!(error instanceof ApiError)) return {}
  const entries = Object.entries(error.fields).map(([key, said]) => {
    const plain = key.charAt(0).toLowerCase() + key.slice(1)
    return [names[plain] ?? names[key] ?? plain, [...said]]
  })
  return Object.fromEntries(entries)
}
