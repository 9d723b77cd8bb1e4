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

/** The key of a cell. */
export const cellKey = (row: string, column: string): string => `${row}${JOINT}${column}`

/** The key of the row of a cell; null when it is no cell. */
export function rowOfCell(key: string): string | null {
  const joint = key.lastIndexOf(JOINT)
  return joint < 0 ? null : key.slice(0, joint)
}

interface Given<R> {
  rows: readonly R[]
  rowId: (row: R) => string
  columns: readonly Placed<R>[]
  nameOf: (row: R) => string
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
  readonly #nodes = new Map<string, GridNode<R>>()
  #places: Map<string, number> | undefined
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
      return node<R>('column', id, index, HEAD, {
        textValue: column?.header ?? '',
        props: {
          allowsSorting: column !== undefined && !column.isUnsorted,
          isSelectionCell: id === SELECT,
        },
      })
    })
    this.headerRows = [node('headerrow', HEAD, 0, null, { children: () => this.columns })]
    this.body = node('body', BODY, 0, null, { children: () => this.rows })
    this.rowHeaderColumnKeys = new Set([identity?.column.id ?? ids[0] ?? ''])
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
    return this.places.keys()
  }

  getItem(key: Key): GridNode<R> | null {
    const id = String(key)
    if (id === BODY) return this.body
    if (id === HEAD) return this.headerRows[0] ?? null
    const known = this.#nodes.get(id)
    const column = known ?? this.columns.find((one) => one.key === id)
    if (column) return column
    const place = this.places.get(id)
    if (place !== undefined) return this.#row(id, place)
    const row = rowOfCell(id)
    const at = row === null ? undefined : this.places.get(row)
    if (row === null || at === undefined) return null
    const cells = this.#row(row, at).childNodes
    return ([...cells].find((cell) => cell.key === id) as GridNode<R> | undefined) ?? null
  }

  at(index: number): GridNode<R> | null {
    const id = this.#keyAt(index)
    return id === null ? null : this.#row(id, index)
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
    return this.#keyAt(this.size - 1)
  }

  getChildren(key: Key): Iterable<GridNode<R>> {
    return (this.getItem(key)?.childNodes ?? []) as Iterable<GridNode<R>>
  }

  getTextValue(key: Key): string {
    return this.getItem(key)?.textValue ?? ''
  }

  /** The row itself, for drawing it. */
  rowOf(key: Key): R | undefined {
    const place = this.places.get(String(key))
    return place === undefined ? undefined : this.given.rows[place]
  }

  /** Where a row is, or that of a cell. */
  indexOf(key: Key): number {
    const id = String(key)
    return this.places.get(id) ?? this.places.get(rowOfCell(id) ?? '') ?? -1
  }

  /** Where the rows are; nobody asks while somebody types, and there are many. */
  private get places(): Map<string, number> {
    const { rows, rowId } = this.given
    this.#places ??= new Map(rows.map((row, index) => [rowId(row), index]))
    return this.#places
  }

  #keyAt(index: number): string | null {
    const row = this.given.rows[index]
    return row === undefined ? null : this.given.rowId(row)
  }

  #beside(key: Key, by: 1 | -1): Key | null {
    const column = this.columns.findIndex((one) => one.key === key)
    if (column >= 0) return this.columns[column + by]?.key ?? null
    const place = this.places.get(String(key))
    return place === undefined ? null : this.#keyAt(place + by)
  }

  #row(id: string, index: number): GridNode<R> {
    const known = this.#nodes.get(id)
    if (known) return known
    const value = this.given.rows[index]
    const made = node<R>('item', id, index, BODY, {
      textValue: value ? this.given.nameOf(value) : '',
      children: () =>
        this.columns.map((column, at) => ({
          ...node<R>('cell', cellKey(id, String(column.key)), at, id),
          column,
          colIndex: at,
        })),
    })
    this.#nodes.set(id, made)
    return made
  }
}

interface More<R> {
  textValue?: string
  props?: Readonly<Record<string, unknown>>
  children?: () => Iterable<GridNode<R>>
}

function node<R>(
  type: string,
  key: string,
  index: number,
  parentKey: string | null,
  { textValue = '', props = {}, children }: More<R> = {},
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
