/**
 * Who is signed in, with which keys.
 *
 * `signedOut` → `logIn` → (`twoStep` → `answerTwoStep` | `newDevice` → `answerNewDevice`) →
 * `unlocked` ⇄ `locked` → `signedOut`. Keys live in the worker of `crypto`, the access token in
 * memory. A reload, fifteen idle minutes or `lock` lead to `locked`, from where `unlock` asks for
 * the master password; `logOut`, in any tab, or a refusal of the server lead to `signedOut`. A PIN of
 * this tab opens it too: `session/pin`, which is loaded where it is needed.
 *
 * Pages that need somebody stand below `Guarded` (portals); what they read with keys is dropped when
 * the keys go (`onLock`), and a page to sign in on goes on to `destination(search.to)`.
 */
export { atField, cryptoAtField, refusedAt } from './atField'
export { beginSession } from './begin'
export { can, type Organization } from './can'
export { type ServerConfig, serverConfigQuery, useServerConfig } from './config'
export { comingFrom, destination } from './destination'
export { type Device, device } from './device'
export { changeEmail, type EmailChange, prepareEmailChange } from './email'
export {
  chooseLockAfter,
  LOCK_AFTER_CHOICES,
  type LockAfter,
  lockAfter,
  useLockAfter,
} from './idle'
export { lock, logOut, onLock, unlock } from './lock'
export {
  abandonLogIn,
  answerNewDevice,
  answerTwoStep,
  LogInError,
  type LogInStep,
  logIn,
  mailNewDeviceCode,
  mailTwoStepCode,
  renewPassword,
} from './logIn'
export { cryptoMessage } from './message'
export { changeDerivation, changePassword, passwordHash, provePassword } from './password'
export {
  type Profile,
  profileQuery,
  type Sync,
  syncQuery,
  useOrganizations,
  useProfile,
} from './queries'
export { Redirect } from './Redirect'
export { RequireOrganization, useOrganization } from './RequireOrganization'
export { rememberEmail, rememberedEmail } from './remembered'
export { rotateKey, UncertainError, type Unreadable, UnreadableError } from './rotation'
export {
  type Account,
  accountOf,
  type Leaving,
  type Session,
  session,
  type TwoStepMethod,
  type TwoStepOffer,
  useSession,
} from './state'
export { useDestination } from './useDestination'
export { useGo } from './useGo'
