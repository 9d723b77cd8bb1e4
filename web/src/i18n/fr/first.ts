import type { first as english } from '../en/first'
import { common } from './common'
import { errors } from './errors'
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
