import './arrive'
import './ui/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { preferredLanguage, speak } from './i18n'
import { beginSession } from './session'
import { wearAppearance } from './ui'

/** Shows the app, once it knows what to say and who is here. */
async function open(root: HTMLElement): Promise<void> {
  wearAppearance()
  await Promise.all([speak(preferredLanguage()), beginSession()])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

// not awaited here: what is loaded meanwhile may need this very file to be there
const root = document.getElementById('root')
if (root) void open(root)
