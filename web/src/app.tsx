import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { router } from './routes'
import { onLock } from './session'
import { dismissAll, UiProvider } from './ui'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

// what was read with keys goes with them, and so does what was told about it
onLock(() => {
  queries.clear()
  dismissAll()
})

const go = (address: string) => router.history.push(address)

/** Components name paths as `paths` does; links to other places stay as they are. */
const addressOf = (path: string) => (path.startsWith('/') ? `${router.basepath}${path}` : path)

/** Fetches the page of the address; what goes wrong with it shows when it is drawn. */
export const loadPage = (): Promise<void> => router.load()

/** The whole app. */
export function App() {
  return (
    <UiProvider go={go} addressOf={addressOf} watchAddress={router.history.subscribe}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  )
}
