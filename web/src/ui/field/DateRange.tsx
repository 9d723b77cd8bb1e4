import { useId } from 'react'
import { useText } from '../../i18n'
import styles from './DateRange.module.css'
import { Select } from './Select'
import { TextField } from './TextField'

const DAY = 86_400_000

export interface DateRangeValue {
  /** Days as `2026-11-20`, both included; empty where open. */
  from: string
  to: string
}

export interface DateRangeProps {
  label: string
  value: DateRangeValue
  onChange: (value: DateRangeValue) => void
  /** Offers of so many days back from today. */
  offers?: readonly number[]
  /** No longer than this. */
  maxDays?: number
}

const CUSTOM = 'custom'

/** From one day to another, both included, in the time of the person who asks. */
export function DateRange({
  label,
  value,
  onChange,
  offers = [1, 7, 30, 90],
  maxDays,
}: DateRangeProps) {
  const { ui } = useText()
  const name = useId()
  const today = dayOf(new Date())
  const chosen = offers.find(
    (days) => value.to === today && value.from === daysBefore(today, days - 1),
  )
  const length = daysBetween(value.from, value.to)
  const problem =
    length < 1
      ? ui.dates.backwards
      : maxDays !== undefined && length > maxDays
        ? ui.dates.tooLong(maxDays)
        : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row
    <div role="group" aria-labelledby={name} className={styles.range}>
      <span id={name} className="visually-hidden">
        {label}
      </span>
      <Select
        label={label}
        options={[
          ...offers.map((days) => ({ value: String(days), label: ui.dates.last(days) })),
          { value: CUSTOM, label: ui.dates.custom },
        ]}
        value={chosen === undefined ? CUSTOM : String(chosen)}
        onChange={(days) => {
          if (days !== CUSTOM) onChange({ from: daysBefore(today, Number(days) - 1), to: today })
        }}
      />
      <TextField
        label={ui.dates.from}
        type="date"
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
        errorMessage={problem}
      />
      <TextField
        label={ui.dates.to}
        type="date"
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
      />
    </div>
  )
}

/** A day in this time zone. */
function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function daysBefore(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date - days))
}

/** How many days, both included; 0 and less when turned around, 1 when one end is open. */
function daysBetween(from: string, to: string): number {
  if (from === '' || to === '') return 1
  // noon keeps the hour of summer time out of it
  const at = (day: string): number => Date.parse(`${day}T12:00:00Z`)
  return Math.round((at(to) - at(from)) / DAY) + 1
}

/** The last days up to today, as a value to begin with. */
export function lastDays(days: number): DateRangeValue {
  const to = dayOf(new Date())
  return { from: daysBefore(to, days - 1), to }
}

/** The same as instants: from the first moment of the first day to the last of the last. */
export function instantsOf({ from, to }: DateRangeValue): { start: Date | null; end: Date | null } {
  return {
    start: from === '' ? null : new Date(`${from}T00:00:00`),
    end: to === '' ? null : new Date(`${to}T23:59:59.999`),
  }
}
