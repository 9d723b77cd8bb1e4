import type { Command } from '../keys/commands'
import { fold } from '../table/fold'

/** How well a name answers what was typed; null when it does not. Less is better. */
export function rank(name: string, asked: string): number | null {
  const text = fold(name)
  if (text.startsWith(asked)) return 0
  const word = text.search(new RegExp(`(?<=[\\s.@/_-])${escaped(asked)}`))
  if (word >= 0) return 1
  if (text.includes(asked)) return 2
  return scattered(text, asked)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Letters in their order, each at the start of a word or right after the one before: `nm` for "New member". */
function scattered(text: string, asked: string): number | null {
  let at = -1
  let gaps = 0
  for (const letter of asked.replaceAll(' ', '')) {
    const next = text.indexOf(letter, at + 1)
    if (next < 0) return null
    if (next > at + 1) gaps++
    at = next
  }
  // too many jumps are no answer but chance
  return gaps <= Math.max(2, asked.length / 2) ? 3 + gaps : null
}

/** The commands that answer, best first; all of them, recent first, when nothing was typed. */
export function answers(
  commands: readonly Command[],
  typed: string,
  recent: readonly string[],
): Command[] {
  const age = (id: string): number => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  const asked = fold(typed.trim())
  if (asked === '') return commands.toSorted((a, b) => age(a.id) - age(b.id))
  return commands
    .flatMap((command) => {
      const names = [command.label, ...(command.keywords ?? [])]
      const ranks = names.map((name) => rank(name, asked)).filter((found) => found !== null)
      return ranks.length > 0 ? [{ command, score: Math.min(...ranks) }] : []
    })
    .toSorted((a, b) => a.score - b.score || age(a.command.id) - age(b.command.id))
    .map(({ command }) => command)
}
