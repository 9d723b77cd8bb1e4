import { regional } from './region'

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** The size of a file as a language writes it. */
export function bytesIn(language: string): (n: number) => string {
  return (n) => {
    const step = Math.min(STEPS.length - 1, Math.floor(Math.log10(Math.max(1, n)) / 3))
    return new Intl.NumberFormat(regional(language), {
      style: 'unit',
      unit: STEPS[step] ?? 'byte',
      // a short byte has no plural
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(n / 1000 ** step)
  }
}
