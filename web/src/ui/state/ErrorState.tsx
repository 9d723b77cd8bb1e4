import { useText } from '../../i18n'
import { Button, ButtonLink } from '../action/Button'
import { CopyableId } from '../display/CopyableId'
import { Icon, type IconName } from '../Icon'
import { type ErrorWords, useErrorWords } from './errorWords'
import styles from './State.module.css'

const ICON: Record<ErrorWords['kind'], IconName> = {
  unreachable: 'unlink',
  forbidden: 'lock',
  notFound: 'search',
  gone: 'archive',
  tooMany: 'clock',
  busy: 'clock',
  refused: 'ban',
  crash: 'wrench',
}

interface Props {
  error: unknown
  onRetry?: (() => void) | undefined
  /** Where to go instead. */
  back?: { label: string; href: string }
  /** Who could give the right that is missing, in a sentence. */
  whoCan?: string
}

/** In place of what could not be shown: what happened, and what to do now. */
export function ErrorState({ error, onRetry, back, whoCan }: Props) {
  const { common, ui } = useText()
  const { kind, title, what, correlation } = useErrorWords()(error)
  const mayHelp = ['unreachable', 'tooMany', 'busy', 'crash'].includes(kind)
  return (
    <div role="alert" className={styles.state}>
      <span className={styles.picture}>
        <Icon name={ICON[kind]} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>
        <p>{what}</p>
        {whoCan && <p>{whoCan}</p>}
      </div>
      <div className={styles.action}>
        {mayHelp && onRetry && <Button onPress={onRetry}>{common.actions.retry}</Button>}
        {mayHelp && !onRetry && (
          <Button onPress={() => location.reload()}>{common.actions.reload}</Button>
        )}
        {back && <ButtonLink href={back.href}>{back.label}</ButtonLink>}
      </div>
      {correlation && (
        <p className={styles.note}>
          {ui.error.correlation} <CopyableId label={ui.error.correlation} value={correlation} />
        </p>
      )}
    </div>
  )
}
