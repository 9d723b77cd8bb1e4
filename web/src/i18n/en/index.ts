import { billing } from './billing'
import { common } from './common'
import { errors } from './errors'
import { front } from './front'
import { licensing } from './licensing'
import { members } from './members'
import { organizations } from './organizations'
import { session } from './session'
import { settings } from './settings'
import { shell } from './shell'
import { sponsorships } from './sponsorships'
import { system } from './system'
import { ui } from './ui'
import { vault } from './vault'

/** Every sentence of the app. English is the type: other languages must say the same things. */
export const en = {
  billing,
  common,
  errors,
  front,
  licensing,
  members,
  organizations,
  session,
  settings,
  shell,
  sponsorships,
  system,
  ui,
  vault,
}

export type Messages = typeof en
