import type { ComponentType } from 'react'
import type { Action } from '../api'
import type { Messages } from '../i18n'
import type { IconName } from '../ui'

/** What decides whether a page shows in the navigation. Nothing is hidden that the server would allow. */
export interface Access {
  /** Whether the caller may do `action` in the organization of the address. */
  can(action: Action): boolean
  /** The role of this server. */
  selfHosted: boolean
}

/** A page of a portal: one entry here is all that adds one. */
export interface Page {
  /** Below `/app`, with `$name` for parameters: `/org/$orgId/members`. */
  path: string
  /** Addresses below `path` that the same page shows, with something open over it. */
  over?: readonly string[]
  /** Its module, loaded when it is first needed; it exports `Page`. */
  load: () => Promise<{ Page: ComponentType }>
  /** Its name: in the title of the window, the navigation and the palette. */
  title: (text: Messages) => string
  /** Where it stands in the navigation; a page without one is reached from another. */
  nav?: {
    icon: IconName
    group?: (text: Messages) => string
    when?: (access: Access) => boolean
    /** Keys that lead there: `g m`. */
    keys?: string
    /** Other words the palette finds it by, in both languages. */
    keywords?: readonly string[]
  }
  /**
   * Whether what it shows was decrypted. While the vault is locked such a page is taken down; others
   * wait behind the question for the password, with all that was typed in them.
   */
  showsSecrets?: true
  /** Whether it says nothing but `i18n/en/first.ts`, so that whoever opens the app need not wait. */
  opensTheApp?: true
}
