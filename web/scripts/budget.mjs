// What each page costs to open, pressed as the server presses it, and whether that is still within
// bounds. A bound is raised with a written reason alone: docs/adr/0008-what-pages-may-weigh.md.
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const DIST = new URL('../dist/', import.meta.url)
const OPENS = 'src/features/identity/LoginPage.tsx'
const TABLE = 'src/ui/table/DataTable.tsx'

/** In kilobytes of a thousand bytes. */
const LIMITS = {
  shell: { js: 160, css: 15, total: 170 },
  frame: 50,
  tables: 34,
  page: 50,
  language: 40,
  crypto: 200,
  strength: 450,
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'))
const html = readFileSync(new URL('index.html', DIST), 'utf8')

const weights = new Map()
/** How much a file weighs on the wire. */
function weight(file) {
  if (!weights.has(file)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
    weights.set(file, brotliCompressSync(readFileSync(new URL(file, DIST)), { params }).length)
  }
  return weights.get(file)
}

const sum = (files) => [...files].reduce((all, file) => all + weight(file), 0) / 1000

/** Every file that is fetched for an entry of the manifest, but for those that are there. */
function files(entry, there = new Set(), found = new Set(), seen = new Set()) {
  const chunk = manifest[entry]
  if (!chunk || seen.has(entry)) return found
  seen.add(entry)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) if (!there.has(file)) found.add(file)
  for (const other of chunk.imports ?? []) files(other, there, found, seen)
  return found
}

const rows = []
function row(what, weight, limit) {
  rows.push({ what, weight, limit })
}

const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file)
const shell = new Set([...first, ...files(OPENS)])
const of = (extension) => [...shell].filter((file) => file.endsWith(extension))
row('the login page: scripts', sum(of('.js')), LIMITS.shell.js)
row('the login page: styles', sum(of('.css')), LIMITS.shell.css)
row('the login page: all', sum(shell), LIMITS.shell.total)

const entries = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry)
const frames = entries.filter((name) => /^src\/portals\/.*Frame\.tsx$/.test(name))
for (const name of frames) row(`frame ${part(name)}`, sum(files(name, shell)), LIMITS.frame)
row('tables', sum(files(TABLE, union(shell, ...frames))), LIMITS.tables)

// a page comes into a frame that is there, and often after a table
const there = union(shell, ...frames, TABLE)
for (const name of entries.filter((name) => /^src\/features\/.*Page\.tsx$/.test(name)))
  row(`page ${part(name)}`, sum(files(name, there)), LIMITS.page)
for (const name of entries.filter((name) => name.startsWith('src/i18n/')))
  row(`language ${name.slice('src/i18n/'.length)}`, sum(files(name, shell)), LIMITS.language)

const assets = readdirSync(new URL('assets/', DIST)).map((name) => `assets/${name}`)
const named = (prefix) => assets.filter((file) => file.startsWith(`assets/${prefix}-`))
row('keys, in a worker', sum(named('crypto')), LIMITS.crypto)
row('rating passwords, in a worker', sum(named('strength')), LIMITS.strength)

const fonts = assets.filter((file) => /\.(woff2?|ttf|otf)$/.test(file))
row('fonts', sum(fonts), 0)

function union(shell, ...names) {
  return new Set([...shell, ...names.flatMap((name) => [...files(name)])])
}

function part(name) {
  return name.replace(/^src\/(features|portals)\//, '').replace(/\.tsx$/, '')
}

const over = rows.filter(({ weight, limit }) => weight > limit)
const say = (text) => process.stdout.write(`${text}\n`)
say('kB, brotli   limit')
for (const { what, weight, limit } of rows.toSorted((a, b) => b.weight - a.weight)) {
  const mark = weight > limit ? '  OVER' : ''
  say(`${weight.toFixed(1).padStart(10)} ${String(limit).padStart(7)}   ${what}${mark}`)
}
if (over.length > 0) {
  say(
    `\n${over.length} over its limit: load what is not needed at once later, or take less with you.`,
  )
  process.exitCode = 1
}
