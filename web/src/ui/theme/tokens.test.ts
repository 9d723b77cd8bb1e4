import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/ui/theme/tokens.css', 'utf8')

/** The tokens of a block, over those it builds on. */
function tokens(selector: string, base: Record<string, string> = {}): Record<string, string> {
  const found: Record<string, string> = { ...base }
  const blocks = css.matchAll(/([^{}]+)\{([^{}]*)\}/g)
  for (const [, head = '', body = ''] of blocks) {
    if (head.replace(/\/\*[\s\S]*?\*\//g, '').trim() !== selector) continue
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g))
      found[name] = value
  }
  return found
}

const light = tokens(':root')
const dark = tokens(':root[data-theme="dark"]', light)
const themes = {
  light,
  dark,
  'light, high contrast': tokens(':root[data-contrast="more"]', light),
  'dark, high contrast': tokens(':root[data-theme="dark"][data-contrast="more"]', dark),
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['--ground', '--surface', '--sunken', '--hover']
const TONES = ['ok', 'warn', 'bad', 'info']

/** Every text on every ground it may stand on. */
const TEXTS: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['--text', ground],
    ['--muted', ground],
    ['--accent-text', ground],
    ...TONES.map((tone): [string, string] => [`--${tone}`, ground]),
  ]),
  ...TONES.flatMap((tone): [string, string][] => [
    [`--${tone}`, `--${tone}-soft`],
    ['--text', `--${tone}-soft`],
  ]),
  ['--text', '--accent-soft'],
  ['--muted', '--accent-soft'],
  ['--accent-text', '--accent-soft'],
  ['--text', '--pressed'],
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-hover'],
  ['--on-accent', '--accent-pressed'],
  ['--on-danger', '--danger'],
  ['--on-danger', '--danger-hover'],
  ['--on-danger', '--danger-pressed'],
  ['--on-mark', '--mark'],
  ['--ground', '--text'],
]

/** Edges of controls and the ring of the focus, against what is beside them. */
const EDGES: [string, string][] = GROUNDS.slice(0, 3).flatMap((ground): [string, string][] => [
  ['--line-strong', ground],
  ['--focus', ground],
  ['--accent', ground],
])

for (const [name, theme] of Object.entries(themes)) {
  test(`every text can be read, every edge be seen: ${name}`, () => {
    const weak = [
      ...TEXTS.map((pair) => [...pair, 4.5] as const),
      ...EDGES.map((pair) => [...pair, 3] as const),
    ]
      .map(([text, ground, least]) => {
        const ratio = contrast(theme[text] ?? '', theme[ground] ?? '')
        return { pair: `${text} on ${ground}`, ratio, least }
      })
      .filter(({ ratio, least }) => !(ratio >= least))
    expect(weak).toEqual([])
  })
}
