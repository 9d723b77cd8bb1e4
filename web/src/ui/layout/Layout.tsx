import { type ReactNode, useId } from 'react'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Layout.module.css'

type Gap = 'half' | '1' | '2' | '3' | '4'

interface StackProps {
  /** Steps of 8 px; 2 when not said. */
  gap?: Gap
  children: ReactNode
}

/** Things beneath each other. */
export function Stack({ gap = '2', children }: StackProps) {
  return <div className={join(styles.stack, styles[`gap${gap}`])}>{children}</div>
}

interface InlineProps extends StackProps {
  /** Where what is left over goes. */
  justify?: 'start' | 'end' | 'between'
  align?: 'center' | 'start' | 'baseline'
  /** Never wraps; the first has all the room that is left. */
  isWhole?: boolean
}

/** Things beside each other, wrapping where there is no room. */
export function Inline({
  gap = '1',
  justify = 'start',
  align = 'center',
  isWhole = false,
  children,
}: InlineProps) {
  return (
    <div
      className={join(
        styles.inline,
        styles[`gap${gap}`],
        styles[justify],
        styles[`align${align}`],
        isWhole && styles.whole,
      )}
    >
      {children}
    </div>
  )
}

interface ColumnsProps {
  /** Equal columns, or a wide one and a narrow one beside it. */
  layout?: 'halves' | 'thirds' | 'quarters' | 'main-side'
  children: ReactNode
}

/** Columns that become one where there is no room. */
export function Columns({ layout = 'halves', children }: ColumnsProps) {
  return <div className={join(styles.columns, styles[layout])}>{children}</div>
}

interface CardProps {
  title?: string
  /** Beside the title. */
  actions?: ReactNode
  description?: ReactNode
  /** Without space around what is in it: for tables and lists. */
  isFlush?: boolean
  children: ReactNode
}

/** A surface for what belongs together. */
export function Card({ title, actions, description, isFlush = false, children }: CardProps) {
  const name = useId()
  return (
    <section {...(title && { 'aria-labelledby': name })} className={styles.card}>
      {title && <Head {...{ name, title, actions, description }} />}
      <div className={join(styles.cardBody, isFlush && styles.flush)}>{children}</div>
    </section>
  )
}

interface SectionProps {
  title: string
  actions?: ReactNode
  description?: ReactNode
  children: ReactNode
}

/** A part of a page under a second-level title. */
export function Section({ children, ...head }: SectionProps) {
  const name = useId()
  return (
    <section aria-labelledby={name} className={styles.section}>
      <Head name={name} {...head} />
      {children}
    </section>
  )
}

function Head({
  name,
  title,
  actions,
  description,
}: Omit<SectionProps, 'children'> & { name: string }) {
  return (
    <div className={styles.head}>
      <div>
        <h2 id={name} className={styles.title}>
          {title}
        </h2>
        {description && <p className={styles.about}>{description}</p>}
      </div>
      {actions && <div className={styles.headActions}>{actions}</div>}
    </div>
  )
}

interface PageProps {
  /** Forms and texts read better narrow; tables want all there is. */
  width?: 'narrow' | 'normal' | 'full'
  children: ReactNode
}

/** The content of a page in the shell, under its `PageHead`. */
export function Page({ width = 'normal', children }: PageProps) {
  return <div className={join(styles.page, styles[`page-${width}`])}>{children}</div>
}

/** What speaks for something, a line each. */
export function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point}>
          <Icon name="check" size="small" />
          <span>{point}</span>
        </li>
      ))}
    </ul>
  )
}

interface TextProps {
  tone?: 'normal' | 'muted' | 'bad' | 'ok'
  size?: 'small' | 'normal' | 'large'
  /** Digits of equal width, for columns of numbers. */
  isTabular?: boolean
  isStrong?: boolean
  children: ReactNode
}

/** A paragraph. */
export function Text({
  tone = 'normal',
  size = 'normal',
  isTabular = false,
  isStrong = false,
  children,
}: TextProps) {
  return (
    <p
      className={join(
        styles.text,
        styles[`tone-${tone}`],
        styles[`size-${size}`],
        isTabular && styles.tabular,
        isStrong && styles.strong,
      )}
    >
      {children}
    </p>
  )
}
