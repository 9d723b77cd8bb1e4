import type { ReactNode } from 'react'
import type { Format, Messages } from '../../i18n'
import { RowLink } from '../action/RowLink'
import { found } from './found'
import { textOf } from './rows'
import type { Column } from './types'

interface Said {
  /** What is searched for, to be marked. */
  words: readonly string[]
  text: Messages
  format: Format
}

/** What stands in a cell, or on a line of a card. */
export function content<R>(
  column: Column<R>,
  row: R,
  href: string | undefined,
  { words, text: { common }, format }: Said,
): ReactNode {
  const mark = (text: string): ReactNode => (column.isUnsearched ? text : found(text, words))
  if (column.cell) return column.cell(row, mark)
  const shown = mark(textOf(column.value(row), format, (yes) => (yes ? common.yes : common.no)))
  return href === undefined ? shown : <RowLink href={href}>{shown}</RowLink>
}
