import { useEffect, useRef } from 'react'
import type { IconName } from '../Icon'

/** Something that can be done from anywhere on the page: by the palette, by keys, or both. */
export interface Command {
  id: string
  label: string
  /** The heading it stands under. */
  group?: string
  icon?: IconName
  /** `Mod+K`, `Shift+E`, `g m` for one after the other, or a single letter. */
  keys?: string
  /** Other words it is found by, in any language. */
  keywords?: readonly string[]
  /** Leads somewhere, or does something. */
  href?: string
  run?: () => void
  /** For keys alone, not in the palette. */
  isHidden?: boolean
}

const registered = new Map<symbol, readonly Command[]>()

/** Offers commands for as long as the component is on the page; of two with one id the later counts. */
export function useCommands(commands: readonly Command[]): void {
  const token = useRef(Symbol('commands'))
  useEffect(() => {
    registered.set(token.current, commands)
  })
  useEffect(() => {
    const mine = token.current
    return () => {
      registered.delete(mine)
    }
  }, [])
}

/** What can be done now. */
export function commandsNow(): Command[] {
  const byId = new Map<string, Command>()
  for (const commands of registered.values())
    for (const command of commands) byId.set(command.id, command)
  return [...byId.values()]
}
