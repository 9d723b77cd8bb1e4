import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { RequireOrganization, useOrganization } from './RequireOrganization'

const Name = () => <h1>{useOrganization().name}</h1>
const Guard = () => (
  <RequireOrganization missing={<h1>Not found</h1>}>
    <Name />
  </RequireOrganization>
)

async function open(address: string): Promise<string> {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  queries.setQueryData(['profile'], {
    organizations: [
      { id: 'acme', name: 'Acme' },
      { id: 'other', name: 'Other' },
    ],
  })
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: '/org/$orgId', component: Guard })
  const history = createMemoryHistory({ initialEntries: [address] })
  const router = createRouter({ routeTree: root.addChildren([page]), history })
  const view = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  )
  const { textContent } = await screen.findByRole('heading')
  view.unmount()
  return textContent
}

it('shows the organization of the address to its members alone', async () => {
  expect(await open('/org/acme')).toBe('Acme')
  expect(await open('/org/other')).toBe('Other')
  expect(await open('/org/strangers')).toBe('Not found')
})
