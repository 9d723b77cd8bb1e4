import type { first as english } from '../en/first'
import { errors } from './errors'
import { common } from './everywhere'
import { front } from './front'
import { session } from './session'
import { shell } from './shell'
import { ui } from './ui'

export const first: typeof english = {
  common,
  errors,
  front,
  session,
  shell,
  ui,
}
