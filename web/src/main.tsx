import './arrive'
import './ui/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { preferredLanguage, speak } from './i18n'
import { beginSession } from './session'
import { wearAppearance } from './ui'

wearAppearance()
await Promise.all([speak(preferredLanguage()), beginSession()])
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
