import { useServerConfig } from '../../../session'
import { HeldLicenses } from './HeldLicenses'
import { IssuedLicenses } from './IssuedLicenses'

/** The licences of this server: applied on it, or handed out by it. */
export function Page() {
  const { selfHosted } = useServerConfig()
  return selfHosted ? <HeldLicenses /> : <IssuedLicenses />
}
