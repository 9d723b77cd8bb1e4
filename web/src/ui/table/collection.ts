import type { Key } from 'react-aria-components/Menu'
import type { ITableCollection } from 'react-stately'
import type { Placed } from './arrange'

// Type of the nodes, taken from where they are used so that one import is enough.
type GridNode<R> = ITableCollection<R>['body']

/** The column of checkboxes, and that of the menus. */
export const SELECT = '*select'
export const MENU = '*menu'

const BODY = '*body'
const HEAD = '*head'
/** Between the key of a row and that of a column in the key of a cell; in no column's id. */
const JOINT = '~'

interface Given<R> {
  rows: readonly R[]
  rowId: (row: R) => string
  columns: readonly Placed<R>[]
  nameOf: (row: R) => string
  hrefOf: ((row: R) => string) | undefined
  hasSelection: boolean
  hasMenu: boolean
}

/**
 * The rows of a table as React Aria reads them, made as they are asked for: its own way of building
 * a collection renders every cell of every row once, which ten thousand rows do not allow.
 */
export class LazyRows<R extends object> implements ITableCollection<R> {
  readonly columns: GridNode<R>[]
  readonly headerRows: GridNode<R>[]
  readonly rowHeaderColumnKeys: Set<Key>
  readonly body: GridNode<R>
  readonly #places: Map<string, number>
  readonly #nodes = new Map<string, GridNode<R>>()
  #rows: GridNode<R>[] | undefined

  constructor(private readonly given: Given<R>) {
    const identity = given.columns.find(({ column }) => column.isIdentity)
    const ids = [
      ...(given.hasSelection ? [SELECT] : []),
      ...given.columns.map(({ column }) => column.id),
      ...(given.hasMenu ? [MENU] : []),
    ]
    this.columns = ids.map((id, index) => {
      const column = given.columns.find((one) => one.column.id === id)?.column
      return node<R>('column', id, index, HEAD, column?.header ?? '', {
        allowsSorting: column !== undefined && !column.isUnsorted,
        isSelectionCell: id === SELECT,
      })
    })
    this.headerRows = [node('headerrow', HEAD, 0, null, '', {}, () => this.columns)]
    this.body = node('body', BODY, 0, null, '', {}, () => this.rows)
    this.rowHeaderColumnKeys = new Set([identity?.column.id ?? ids[0] ?? ''])
    this.#places = new Map(given.rows.map((row, index) => [given.rowId(row), index]))
  }

  get size(): number {
    return this.given.rows.length
  }

  get columnCount(): number {
    return this.columns.length
  }

  get rows(): GridNode<R>[] {
    this.#rows ??= this.given.rows.map((row, index) => this.#row(this.given.rowId(row), index))
    return this.#rows
  }

  *[Symbol.iterator](): IterableIterator<GridNode<R>> {
    yield* this.rows
  }

  getKeys(): IterableIterator<Key> {
    return this.#places.keys()
  }

  getItem(key: Key): GridNode<R> | null {
    const id = String(key)
    if (id === BODY) return this.body
    if (id === HEAD) return this.headerRows[0] ?? null
    const place = this.#places.get(id)
    if (place !== undefined) return this.#row(id, place)
    const column = this.columns.find((one) => one.key === id)
    if (column) return column
    const joint = id.lastIndexOf(JOINT)
    const row = joint < 0 ? undefined : this.#places.get(id.slice(0, joint))
    if (row === undefined) return null
    const cells = this.#row(id.slice(0, joint), row).childNodes
    return ([...cells].find((cell) => cell.key === id) as GridNode<R> | undefined) ?? null
  }

  at(index: number): GridNode<R> | null {
    const row = this.given.rows[index]
    return row ? this.#row(this.given.rowId(row), index) : null
  }

  getKeyBefore(key: Key): Key | null {
    return this.#beside(key, -1)
  }

  getKeyAfter(key: Key): Key | null {
    return this.#beside(key, 1)
  }

  getFirstKey(): Key | null {
    return this.at(0)?.key ?? null
  }

  getLastKey(): Key | null {
    return this.at(this.size - 1)?.key ?? null
  }

  getChildren(key: Key): Iterable<GridNode<R>> {
    return (this.getItem(key)?.childNodes ?? []) as Iterable<GridNode<R>>
  }

  getTextValue(key: Key): string {
    return this.getItem(key)?.textValue ?? ''
  }

  /** The row itself, for drawing it. */
  valueOf(key: Key): R | undefined {
    const place = this.#places.get(String(key))
    return place === undefined ? undefined : this.given.rows[place]
  }

  indexOf(key: Key): number {
    const id = String(key)
    const joint = id.lastIndexOf(JOINT)
    return this.#places.get(id) ?? this.#places.get(id.slice(0, Math.max(0, joint))) ?? -1
  }

  #beside(key: Key, by: 1 | -1): Key | null {
    const column = this.columns.findIndex((one) => one.key === key)
    if (column >= 0) return this.columns[column + by]?.key ?? null
    const place = this.#places.get(String(key))
    return place === undefined ? null : (this.at(place + by)?.key ?? null)
  }

  #row(id: string, index: number): GridNode<R> {
    const known = this.#nodes.get(id)
    if (known) return known
    const value = this.given.rows[index]
    const href = value && this.given.hrefOf?.(value)
    const made: GridNode<R> = node<R>(
      'item',
      id,
      index,
      BODY,
      value ? this.given.nameOf(value) : '',
      href === undefined ? {} : { href },
      () =>
        this.columns.map((column, at) => ({
          ...node<R>('cell', `${id}${JOINT}${column.key}`, at, id, '', {}),
          column,
          colIndex: at,
        })),
    )
    this.#nodes.set(id, made)
    return made
  }
}

function node<R>(
  type: string,
  key: string,
  index: number,
  parentKey: string | null,
  textValue: string,
  props: Readonly<Record<string, unknown>>,
  children?: () => Iterable<GridNode<R>>,
): GridNode<R> {
  let made: Iterable<GridNode<R>> | undefined
  return {
    type,
    key,
    index,
    parentKey,
    textValue,
    props,
    value: null,
    level: 0,
    rendered: null,
    hasChildNodes: children !== undefined,
    get childNodes() {
      made ??= children?.() ?? []
      return made
    },
  }
}
