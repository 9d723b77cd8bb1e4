import { Fragment, isValidElement, type ReactNode } from 'react'
import { Badge } from '../display/Badge'
import { Status } from '../display/Status'

/** What remembers nothing. */
const PLAIN: ReadonlySet<unknown> = new Set([Badge, Fragment, Status])

/**
 * Whether what is drawn remembers nothing of the row it was drawn for, so that an element which
 * another row takes over only has its texts changed.
 */
export function isPlain(what: ReactNode): boolean {
  if (Array.isArray(what)) return what.every(isPlain)
  if (!isValidElement<{ children?: ReactNode }>(what)) return typeof what !== 'object' || !what
  return (typeof what.type === 'string' || PLAIN.has(what.type)) && isPlain(what.props.children)
}
