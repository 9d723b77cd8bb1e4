import { errors } from './errors'
import { common } from './everywhere'
import { front } from './front'
import { session } from './session'
import { shell } from './shell'
import { ui } from './ui'

/** What the app may say before anyone is signed in, and around every page. */
export const first = {
  common,
  errors,
  front,
  session,
  shell,
  ui,
}
