import type { ReactNode, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { KeyboardHint } from '../display/KeyboardHint'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import styles from './Menu.module.css'

export interface MenuEntry {
  id: string
  label: string
  description?: string | undefined
  icon?: IconName | undefined
  /** Leads somewhere, or does something. */
  href?: string
  onAction?: () => void
  tone?: 'danger' | undefined
  /** Why it cannot be done now: shown, and the entry refuses. */
  reason?: string | undefined
  shortcut?: string
}

export interface MenuGroup {
  id: string
  /** Shown above it. */
  label?: string | undefined
  entries: readonly MenuEntry[]
  /** One of them is in force: the group becomes a choice. */
  chosen?: string | undefined
  onChoose?: (id: string) => void
}

interface Content {
  /** The name of the menu. */
  label: string
  /** Entries, or groups of them. Nothing is shown when there is none. */
  entries?: readonly MenuEntry[]
  groups?: readonly MenuGroup[]
}

interface Props extends Content {
  /** The button it opens from. */
  trigger: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'end top'
}

/** Actions behind a button. */
export function Menu({ trigger, placement = 'bottom end', ...content }: Props) {
  if (filled(content).length === 0) return null
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles.popover ?? ''}>
        <List {...content} />
      </Popover>
    </MenuTrigger>
  )
}

interface OpenProps extends Content {
  /** The button it opened from. */
  button: RefObject<HTMLElement | null>
  /** Whether a key opened it, so that its first entry has the focus. */
  byKey: boolean
  onClose: () => void
}

/** A menu that is open, of a button that is told of it: for lists, whose buttons share one. */
export function OpenMenu({ button, byKey, onClose, ...content }: OpenProps) {
  return (
    <Popover
      isOpen
      onOpenChange={onClose}
      triggerRef={button}
      trigger="MenuTrigger"
      aria-label={content.label}
      placement="bottom end"
      offset={4}
      className={styles.popover ?? ''}
    >
      <List {...content} autoFocus={byKey ? 'first' : true} onClose={onClose} />
    </Popover>
  )
}

const filled = ({ entries = [], groups }: Content): readonly MenuGroup[] =>
  (groups ?? [{ id: 'all', entries }]).filter((group) => group.entries.length > 0)

interface ListProps extends Content {
  autoFocus?: boolean | 'first'
  onClose?: () => void
}

function List({ label, entries, groups, ...rest }: ListProps) {
  const all = filled({ label, ...(entries && { entries }), ...(groups && { groups }) })
  return (
    <AriaMenu {...rest} aria-label={label} className={styles.menu ?? ''}>
      {all.map((group) => (
        <MenuSection
          key={group.id}
          aria-label={group.label ?? label}
          className={styles.section ?? ''}
          {...(group.onChoose && {
            selectionMode: 'single' as const,
            disallowEmptySelection: true,
            selectedKeys: group.chosen ? [group.chosen] : [],
            onSelectionChange: (keys: 'all' | Set<string | number>) => {
              if (keys !== 'all') for (const key of keys) group.onChoose?.(String(key))
            },
          })}
        >
          {group.label && <Header className={styles.header ?? ''}>{group.label}</Header>}
          {group.entries.map((entry) => (
            <Entry key={entry.id} {...entry} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  )
}

function Entry({
  id,
  label,
  description,
  icon,
  href,
  onAction,
  tone,
  reason,
  shortcut,
}: MenuEntry) {
  const about = reason ?? description
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={reason !== undefined}
      className={join(styles.entry, tone === 'danger' && styles.danger)}
      {...(href === undefined ? {} : { href })}
      {...(onAction && { onAction })}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' ? (
            <span className={styles.tick}>{isSelected && <Icon name="check" size="small" />}</span>
          ) : (
            icon && <Icon name={icon} size="small" />
          )}
          <span className={styles.words}>
            <span>{label}</span>
            {about && <span className={styles.about}>{about}</span>}
          </span>
          {shortcut && <KeyboardHint keys={shortcut} />}
        </>
      )}
    </MenuItem>
  )
}
