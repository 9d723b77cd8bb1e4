// Imported before the router, which reads the address as soon as it is made.
import { addressOf, arrival } from './arrival'
import { followLink } from './link'

const { history, location } = window
const here = arrival(location)
followLink(here.said)
if (addressOf(here) !== location.pathname + location.search)
  history.replaceState(null, '', addressOf(here))
