import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../../i18n'
import { type MenuEntry, OpenMenu } from '../action/Menu'

const BUTTON = '[data-row-menu]'

interface Given<R> {
  entriesOf: ((row: R) => readonly MenuEntry[]) | undefined
  rowOf: (id: string) => R | undefined
  nameOf: (row: R) => string
}

/** The menus of all rows, of which one at a time is open and only that one is there. */
export function useRowMenu<R>({ entriesOf, rowOf, nameOf }: Given<R>): {
  /** The row whose menu is open. */
  opened: string | null
  /** Opens a menu where its button is what was pressed, by a pointer or a key. */
  onControl: (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => void
  menu: ReactNode
} {
  const { ui } = useText()
  const button = useRef<HTMLElement | null>(null)
  const [open, setOpen] = useState<{ id: string; byKey: boolean } | null>(null)
  const row = open ? rowOf(open.id) : undefined
  return {
    opened: open?.id ?? null,
    onControl(event) {
      const { target } = event
      const pressed = target instanceof Element ? target.closest<HTMLElement>(BUTTON) : null
      const id = pressed?.closest<HTMLElement>('[role=row]')?.dataset.key
      if (!pressed || id === undefined) return
      const byKey = 'key' in event
      if (byKey && !opens(event)) return
      // or the browser makes a press of it, which would take the focus off the first entry
      if (byKey) event.preventDefault()
      button.current = pressed
      // not every browser does so by itself, and that is where the focus comes back to
      pressed.focus({ preventScroll: true })
      setOpen({ id, byKey })
    },
    menu: open && row && entriesOf && (
      <OpenMenu
        button={button}
        byKey={open.byKey}
        label={ui.table.actionsFor(nameOf(row))}
        entries={entriesOf(row)}
        onClose={() => setOpen(null)}
      />
    ),
  }
}

const opens = ({ key, altKey, repeat }: KeyboardEvent): boolean =>
  !repeat && (key === 'Enter' || key === ' ' || (key === 'ArrowDown' && altKey))
