import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip'
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState'
import { useText } from '../../i18n'
import buttons from '../action/IconButton.module.css'
import hints from '../action/Tooltip.module.css'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Grid.module.css'

const BUTTON = '[data-row-menu]'

/** The button of a row's menu: plain, because every row has one, and what it opens is made then. */
export function MenuButton({ name, isOpen }: { name: string; isOpen: boolean }) {
  const { ui } = useText()
  return (
    <button
      type="button"
      data-row-menu=""
      tabIndex={-1}
      aria-label={ui.table.actionsFor(name)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      className={join(buttons.button, buttons.small, styles.more)}
    >
      <Icon name="more" size="small" />
    </button>
  )
}

/** The hint of the menu button that the pointer or the keyboard is on: one for all rows. */
export function MenuHint({ box }: { box: RefObject<HTMLElement | null> }) {
  const state = useTooltipTriggerState({ delay: 500, closeDelay: 100 })
  const button = useRef<HTMLElement | null>(null)
  const [words, say] = useState('')

  const come = useEffectEvent((on: HTMLElement, isAtOnce: boolean) => {
    button.current = on
    say(on.getAttribute('aria-label') ?? '')
    state.open(isAtOnce)
  })
  const go = useEffectEvent((isAtOnce: boolean) => state.close(isAtOnce))

  useEffect(() => {
    const rows = box.current
    if (!rows) return
    const heard = new AbortController()
    const on = <K extends keyof HTMLElementEventMap>(
      kind: K,
      act: (button: HTMLElement, event: HTMLElementEventMap[K]) => void,
    ) =>
      rows.addEventListener(
        kind,
        (event) => {
          const { target } = event
          const button = target instanceof Element ? target.closest<HTMLElement>(BUTTON) : null
          if (button) act(button, event)
        },
        { signal: heard.signal },
      )
    on('pointerover', (button, { pointerType }) => pointerType !== 'touch' && come(button, false))
    on('pointerout', () => go(false))
    on('focusin', (button) => button.matches(':focus-visible') && come(button, true))
    for (const kind of ['focusout', 'pointerdown', 'keydown'] as const) on(kind, () => go(true))
    return () => heard.abort()
  }, [box])

  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        triggerRef={button}
        placement="bottom"
        offset={6}
        className={hints.tooltip ?? ''}
        key={words}
      >
        {words}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}
