import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['comfortable', 'standard', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

export interface Appearance {
  theme: Theme
  density: Density
}

const KEPT = { theme: 'wardstead.theme', density: 'wardstead.density' } as const
const listeners = new Set<() => void>()
let current: Appearance = { theme: 'system', density: 'standard' }

function kept<T extends string>(key: string, known: readonly T[], otherwise: T): T {
  const value = localStorage.getItem(key)
  return known.find((one) => one === value) ?? otherwise
}

const asks = (query: string) => globalThis.matchMedia?.(query)

function paint(): void {
  const page = document.documentElement
  const { theme, density } = current
  const dark =
    theme === 'dark' || (theme !== 'light' && asks('(prefers-color-scheme: dark)')?.matches)
  const contrast = theme === 'contrast' || asks('(prefers-contrast: more)')?.matches
  page.dataset.theme = dark ? 'dark' : 'light'
  page.dataset.density = density
  if (contrast) page.dataset.contrast = 'more'
  else delete page.dataset.contrast
  // The frame of the browser follows; the value comes from the tokens so that it is written once.
  const ground = getComputedStyle(page).getPropertyValue('--ground').trim()
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
}

/** Puts on what was chosen on this device, and follows the system from then on. Call once, before drawing. */
export function wearAppearance(): void {
  current = {
    theme: kept(KEPT.theme, THEMES, 'system'),
    density: kept(KEPT.density, DENSITIES, 'standard'),
  }
  paint()
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    asks(query)?.addEventListener('change', paint)
}

/** Changes theme or density, here and for next time on this device. */
export function setAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change }
  localStorage.setItem(KEPT.theme, current.theme)
  localStorage.setItem(KEPT.density, current.density)
  paint()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Theme and density as chosen. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current)
