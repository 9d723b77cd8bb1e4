import type { ReactNode } from 'react'
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

interface Props {
  /** The name of the menu. */
  label: string
  /** The button it opens from. */
  trigger: ReactNode
  /** Entries, or groups of them. Nothing is shown when there is none. */
  entries?: readonly MenuEntry[]
  groups?: readonly MenuGroup[]
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'end top'
}

/** Actions behind a button. */
export function Menu({ label, trigger, entries = [], groups, placement = 'bottom end' }: Props) {
  const all = (groups ?? [{ id: 'all', entries }]).filter((group) => group.entries.length > 0)
  if (all.length === 0) return null
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles.popover ?? ''}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''}>
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
      </Popover>
    </MenuTrigger>
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
