import './arrive'
import './ui/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, loadPage } from './app'
import { preferredLanguage, speak } from './i18n'
import { beginSession } from './session'
import { wearAppearance } from './ui'

/** How long a page is waited for before the app shows that it is on its way, in milliseconds. */
const PATIENCE = 400

/** Shows the app, once it knows what to say and who is here, and with the page that is asked for. */
async function open(root: HTMLElement): Promise<void> {
  wearAppearance()
  // fetched meanwhile, and drawn in one go instead of after a page that says to wait
  const page = speak(preferredLanguage()).then(() => Promise.race([loadPage(), patience()]))
  await Promise.all([page, beginSession()])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

const patience = () => new Promise((over) => setTimeout(over, PATIENCE))

// not awaited here: what is loaded meanwhile may need this very file to be there
const root = document.getElementById('root')
if (root) void open(root)
