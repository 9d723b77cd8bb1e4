import type { Page } from '../page'

export const pages: readonly Page[] = []
