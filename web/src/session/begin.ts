import { authorizeWith } from '../api'
import { watchElsewhere } from './elsewhere'
import { watchIdle } from './idle'
import { keep, kept } from './kept'
import { leave, lockHere } from './lock'
import { accountOf, become, session } from './state'
import { askOtherTabs, hear, tell, type Word } from './tabs'
import { accessToken, replaceToken, whenRefused } from './token'

/**
 * Takes the session up where a reload left it, or as another tab has it: locked. Called once, before
 * the first page.
 */
export async function beginSession(): Promise<void> {
  const ended = (): void => void leave('ended')
  authorizeWith({ token: accessToken, replace: replaceToken, refused: ended })
  whenRefused((because) => void leave(because))
  hear(listen)
  watchIdle()
  watchElsewhere()
  await takeUp()
}

/** As `beginSession` does after a reload. */
export async function takeUp(): Promise<void> {
  const own = kept() ?? (await askOtherTabs())
  if (!own) return
  keep(own)
  become({ state: 'locked', account: own.account })
}

function listen(word: Word): void {
  if (word.say === 'whoIsThere') {
    const own = kept()
    if (own) tell({ say: 'signedIn', tab: word.tab, kept: own })
  } else if (word.say !== 'signedIn' && accountOf(session())?.id === word.account) {
    void (word.say === 'left' ? leave('left') : lockHere())
  }
}
