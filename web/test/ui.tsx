import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { UiProvider } from '../src/ui'

/** Shows components with what they need around them, and gives a person to use them. */
export function draw(what: ReactNode) {
  const gone: string[] = []
  const view = render(
    <UiProvider go={(address) => gone.push(address)} addressOf={(path) => `/app${path}`}>
      {what}
    </UiProvider>,
  )
  return { ...view, person: userEvent.setup(), gone }
}
