/** Addresses found in what a person typed, pasted or dropped. */
export interface Recipients {
  /** Each once, as written first. */
  addresses: string[]
  /** What looks like an entry and is no address. */
  malformed: string[]
  /** How many occurred again. */
  repeated: number
}

// As forgiving as the server: something, an at sign, something with a dot in it.
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

/** Reads addresses out of lines, commas, semicolons, and forms like `Jo Doe <jo@example.com>`. */
export function readRecipients(text: string): Recipients {
  const found: Recipients = { addresses: [], malformed: [], repeated: 0 }
  const known = new Set<string>()
  for (const entry of text.split(/[\n\r,;\t]+/)) {
    const plain = entry.trim()
    if (!plain) continue
    const address = /<([^<>]+)>/.exec(plain)?.[1]?.trim() ?? plain
    if (!ADDRESS.test(address)) found.malformed.push(plain)
    else if (known.has(address.toLowerCase())) found.repeated += 1
    else {
      known.add(address.toLowerCase())
      found.addresses.push(address)
    }
  }
  return found
}

/**
 * The addresses of a CSV file, one a line: those of the first column that has any. A heading or
 * another column is not an error.
 */
export function addressesOfCsv(text: string): string {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => cells(line))
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let column = 0; column < width; column += 1) {
    const values = rows.map((row) => row[column] ?? '')
    const first = values.findIndex((value) => ADDRESS.test(value))
    if (first >= 0) return values.slice(first).filter(Boolean).join('\n')
  }
  return ''
}

/** The cells of a line; quotes may hold separators, and doubled quotes one quote. */
function cells(line: string): string[] {
  const found = line.matchAll(/(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t]*))/g)
  return [...found].map((match) => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
}
