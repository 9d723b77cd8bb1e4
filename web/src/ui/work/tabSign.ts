import { useEffect } from 'react'
import { sumOf, useWorks } from './work'

const ICONS = {
  running: '/favicon-running.svg',
  failed: '/favicon-failed.svg',
  done: '/favicon-done.svg',
} as const
const USUAL = '/favicon.svg'

/** What stands before the title of the window while work runs and after it ended. */
export function useTabSign(): string {
  const works = useWorks()
  const sum = sumOf(works)
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', sum ? ICONS[sum] : USUAL)
  }, [sum])
  if (sum === null) return ''
  if (sum === 'failed') return '! '
  if (sum === 'done') return '✓ '
  const running = works.filter(({ state }) => state === 'running')
  const done = running.reduce((all, { results }) => all + results.length, 0)
  const total = running.reduce((all, work) => all + (work.total ?? work.results.length), 0)
  return total > 0 ? `(${done}/${total}) ` : '… '
}
