import { lazy, Suspense } from 'react'
import type { Command } from '../keys/commands'
import { useShown } from './open'

const Loaded = lazy(() => import('./CommandPalette'))
const Keys = lazy(() => import('./KeyList'))

/** Commands that depend on what is typed: members, clients, an id that was pasted. */
export type CommandSource = (typed: string) => readonly Command[]

/** The palette and the list of keys, loaded when first opened. */
export function Palette({ sources = [] }: { sources?: readonly CommandSource[] }) {
  const shown = useShown()
  return (
    <Suspense>
      {shown === 'palette' && <Loaded sources={sources} />}
      {shown === 'keys' && <Keys />}
    </Suspense>
  )
}
