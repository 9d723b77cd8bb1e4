import type { CellValue, Column } from './types'

/** What a spreadsheet would run when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: CellValue, language: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, {
      useGrouping: false,
      maximumFractionDigits: 20,
    }).format(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'string' ? value : value.join('; ')
  return FORMULA.test(text) ? `'${text}` : text
}

/**
 * Rows as a spreadsheet of that language opens them: with a mark of UTF-8, the separator of the
 * language, and nothing that would be taken for a formula.
 */
export function csv<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  language: string,
): string {
  const separator = language.startsWith('fr') ? ';' : ','
  const quoted = (text: string): string =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]): string => cells.map(quoted).join(separator)
  const lines = [
    line(columns.map(({ header }) => cell(header, language))),
    ...rows.map((row) => line(columns.map(({ value }) => cell(value(row), language)))),
  ]
  return `\u{feff}${lines.join('\r\n')}\r\n`
}

/** The same for programs: values as they are, under the ids of the columns. */
export function json<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const plain = rows.map((row) =>
    Object.fromEntries(columns.map(({ id, value }) => [id, value(row) ?? null])),
  )
  return `${JSON.stringify(plain, null, 2)}\n`
}
