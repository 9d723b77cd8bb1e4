import { useEffect, useRef } from 'react'
import { useText } from '../../i18n'
import { useTabSign } from '../work/tabSign'

let lastAddress: string | null = null

/**
 * Names the window after the page, and brings the focus to its title when a person came here from
 * another page, so that a screen reader says where they are.
 */
export function useArrival(title: string, context?: string) {
  const { common } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const sign = useTabSign()
  useEffect(() => {
    document.title = sign + [title, context, common.product].filter(Boolean).join(' · ')
  }, [sign, title, context, common.product])
  useEffect(() => {
    const here = window.location.pathname
    const arrived = lastAddress !== null && lastAddress !== here
    lastAddress = here
    // a page that asks one thing brings the focus to its field, whose form the title names
    const isInField = document.activeElement instanceof HTMLInputElement
    if (arrived && !isInField) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
