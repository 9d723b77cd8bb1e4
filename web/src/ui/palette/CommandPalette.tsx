import { use, useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { useText } from '../../i18n'
import { GoContext } from '../address'
import { KeyboardHint } from '../display/KeyboardHint'
import { Icon } from '../Icon'
import { type Command, commandsNow } from '../keys/commands'
import styles from './CommandPalette.module.css'
import { show } from './open'
import type { CommandSource } from './Palette'
import { answers } from './rank'

const AT_MOST = 60
const REMEMBERED = 8

/** Of this visit alone: names of what one looked at are not for the disk. */
let recent: readonly string[] = []

interface Group {
  label: string
  commands: readonly Command[]
}

/** Search over everything one can go to or do. */
export default function CommandPalette({ sources }: { sources: readonly CommandSource[] }) {
  const { shell } = useText()
  const go = use(GoContext)
  const [typed, setTyped] = useState('')
  // as it was on opening; the page beneath does not change while it is open
  const commands = useMemo(() => commandsNow().filter(({ isHidden }) => !isHidden), [])
  const groups = useMemo(() => {
    const found = sources.flatMap((source) =>
      typed.trim() === '' ? [] : [...source(typed.trim())],
    )
    return grouped([...answers(commands, typed, recent), ...found].slice(0, AT_MOST), typed, shell)
  }, [commands, sources, typed, shell])
  const close = () => show(null)
  const chosen = (command: Command) => {
    recent = [command.id, ...recent.filter((id) => id !== command.id)].slice(0, REMEMBERED)
    close()
    // after the palette gave the focus back, so that what opens may take it
    setTimeout(() => command.run?.())
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className={styles.veil ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={shell.palette} className={styles.dialog ?? ''}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={shell.palette} autoFocus className={styles.search ?? ''}>
              <Icon name="search" />
              <Input
                className={styles.input ?? ''}
                placeholder={shell.paletteHint}
                spellCheck="false"
                onKeyDown={(event) => {
                  if (event.key === 'Escape') close()
                  // who types fast presses Enter before the first entry has the focus
                  const isAhead = !event.currentTarget.hasAttribute('aria-activedescendant')
                  const first = groups[0]?.commands[0]
                  if (event.key === 'Enter' && isAhead && first && typed.trim() !== '') {
                    chosen(first)
                    if (first.href !== undefined) go(first.href)
                  }
                }}
              />
            </SearchField>
            <Menu
              aria-label={shell.commands}
              className={styles.list ?? ''}
              renderEmptyState={() => <p className={styles.none}>{shell.paletteNone}</p>}
            >
              {groups.map(({ label, commands: entries }) => (
                <MenuSection key={label} aria-label={label}>
                  <Header className={styles.header ?? ''}>{label}</Header>
                  {entries.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      textValue={command.label}
                      className={styles.entry ?? ''}
                      onAction={() => chosen(command)}
                      {...(command.href !== undefined && { href: command.href })}
                    >
                      <Icon name={command.icon ?? 'arrowRight'} size="small" />
                      <span className={styles.label}>{command.label}</span>
                      {command.keys && <KeyboardHint keys={command.keys} />}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function grouped(
  commands: readonly Command[],
  typed: string,
  words: { recent: string; commands: string },
): Group[] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const isRecent = typed.trim() === '' && recent.includes(command.id)
    const label = isRecent ? words.recent : (command.group ?? words.commands)
    groups.set(label, [...(groups.get(label) ?? []), command])
  }
  return [...groups].map(([label, found]) => ({ label, commands: found }))
}
