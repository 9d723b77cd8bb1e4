import { useMemo } from 'react'
import { encodeQr } from './encode'
import styles from './QrCode.module.css'

interface Props {
  /** What it holds; also offer it as text beside the picture. */
  value: string
  /** What it is for, for who cannot see it. */
  label: string
}

const MARGIN = 4

/** A code for a camera, drawn here so that what it holds goes nowhere. */
export function QrCode({ value, label }: Props) {
  const modules = useMemo(() => encodeQr(value), [value])
  const size = modules.length + 2 * MARGIN
  const path = modules
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')),
    )
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={styles.code}
    >
      <path d={`M0 0h${size}v${size}H0z`} className={styles.light} />
      <path d={path} className={styles.dark} />
    </svg>
  )
}
