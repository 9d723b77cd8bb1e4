import { billing } from './billing'
import { events } from './events'
import { licensing } from './licensing'
import { members } from './members'
import { organizations } from './organizations'
import { settings } from './settings'
import { sponsorships } from './sponsorships'
import { system } from './system'
import { vault } from './vault'

/** What only pages say that come later; a new area belongs here. */
export const rest = {
  billing,
  events,
  licensing,
  members,
  organizations,
  settings,
  sponsorships,
  system,
  vault,
}
