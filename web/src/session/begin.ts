import { authorizeWith } from '../api'
import { watchIdle } from './idle'
import { kept } from './kept'
import { leave, lockHere } from './lock'
import { accountOf, become, session } from './state'
import { hear } from './tabs'
import { accessToken, replaceToken, whenRefused } from './token'

/** Takes the session up where a reload left it: locked. Called once, before the first page. */
export function beginSession(): void {
  const own = kept()
  if (own) become({ state: 'locked', account: own.account })
  const ended = (): void => void leave('ended')
  authorizeWith({ token: accessToken, replace: replaceToken, refused: ended })
  whenRefused(ended)
  hear(({ say, account }) => {
    if (accountOf(session())?.id !== account) return
    void (say === 'left' ? leave('left') : lockHere())
  })
  watchIdle()
}
