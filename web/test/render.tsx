import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { UiProvider } from '../src/ui'

interface Around {
  address?: string
  /** The route it stands at, with `$name` for parameters; any when left out. */
  route?: string
  /** The profile of who is signed in; its keys are not needed. */
  profile?: object
}

/** Shows a page with everything around it that pages need, and gives a person to use it. */
export function show(Page: RouteComponent, { address = '/', route = '$', profile }: Around = {}) {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 30_000 } },
  })
  if (profile) queries.setQueryData(['profile'], profile)
  const root = createRootRoute()
  const history = createMemoryHistory({ initialEntries: [address] })
  const anywhere = createRoute({ getParentRoute: () => root, path: route, component: Page })
  const router = createRouter({ routeTree: root.addChildren([anywhere]), history })
  const view = render(
    <UiProvider go={(to) => history.push(to)} addressOf={(path) => path}>
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          <RouterProvider router={router as never} />
        </Suspense>
      </QueryClientProvider>
    </UiProvider>,
  )
  return { ...view, person: userEvent.setup(), at: () => history.location.pathname }
}
