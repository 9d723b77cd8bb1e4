import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './Tooltip.module.css'

interface Props {
  /** Said again elsewhere: hints are not there on touch screens. */
  text: ReactNode
  placement?: 'top' | 'bottom' | 'start' | 'end'
  /** One control that can be focused. */
  children: ReactNode
}

/** A short hint on a control, never the only carrier of what it says. */
export function Tooltip({ text, placement = 'bottom', children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={styles.tooltip ?? ''}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
