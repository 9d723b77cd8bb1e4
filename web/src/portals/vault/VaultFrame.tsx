import { useText } from '../../i18n'
import { paths } from '../../paths'
import { useServerConfig } from '../../session'
import { Frame } from '../Frame'
import { Guarded } from '../Guarded'
import { pages } from './pages'

/** The frame of what belongs to the person: their items, tools and settings. */
export function VaultFrame() {
  return (
    <Guarded>
      <Framed />
    </Guarded>
  )
}

function Framed() {
  const { session } = useText()
  const { selfHosted } = useServerConfig()
  return (
    <Frame
      pages={pages}
      place={{ id: 'own', label: session.frame.own, href: paths.home() }}
      // there is no organization in these addresses to be allowed anything in
      access={{ can: () => false, selfHosted }}
    />
  )
}
