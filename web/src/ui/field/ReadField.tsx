import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Link } from '../action/Link'
import { join } from '../join'
import { useCopied } from '../useCopied'
import { Frame, frame } from './Frame'

interface Props {
  label: string
  value: string
  /** On several lines, as it was written. */
  isLong?: boolean
  /** Where it leads. */
  link?: { href: string; label: string } | undefined
}

const MOST_LINES = 12

/** A text that can be read and copied, as it would look in the form it was written in. */
export function ReadField({ label, value, isLong = false, link }: Props) {
  const { ui } = useText()
  const { copied, put } = useCopied()
  const lines = Math.min(MOST_LINES, value.split('\n').length + 1)
  return (
    <AriaTextField value={value} isReadOnly className={frame.field ?? ''}>
      <Frame
        label={label}
        isRequired
        aside={
          link && (
            <Link href={link.href} isExternal>
              {link.label}
            </Link>
          )
        }
      >
        <div className={frame.box}>
          {isLong ? (
            <TextArea rows={lines} className={join(frame.input)} />
          ) : (
            <Input className={join(frame.input)} />
          )}
          <span className={frame.end}>
            <IconButton
              slot={null}
              size="small"
              icon={copied ? 'check' : 'copy'}
              label={copied ? ui.secret.copied : ui.copy(label)}
              onPress={() => put(value)}
            />
          </span>
        </div>
      </Frame>
      <span role="status" className="visually-hidden">
        {copied && ui.secret.copied}
      </span>
    </AriaTextField>
  )
}
