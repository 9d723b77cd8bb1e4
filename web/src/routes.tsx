import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { speakOfAll } from './i18n'
import { paths } from './paths'
import { AllFailed, NothingHere } from './portals/Failed'
import { pages as front } from './portals/front/pages'
import { pages as organization } from './portals/organization/pages'
import { Pending } from './portals/Pending'
import type { Page } from './portals/page'
import { pages as system } from './portals/system/pages'
import { pages as vault } from './portals/vault/pages'
import { Redirect } from './session'

const root = createRootRoute({ component: Outlet })

const systemStart = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: () => <Redirect to={paths.system.overview()} />,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Redirect to={paths.home()} />,
})

type Failed = ComponentType<ErrorComponentProps & { page: Page }>

/** What `load` loads, once every sentence is there that it may say. */
const spoken =
  <T,>(load: () => Promise<T>) =>
  async () =>
    (await Promise.all([load(), speakOfAll()]))[0]

/** A portal: its frame, and in it its pages, each loaded when it is first opened. */
function portal(id: string, frame: RouteComponent, pages: readonly Page[], Failed: Failed) {
  const layout = createRoute({ getParentRoute: () => root, id, component: frame })
  return layout.addChildren(
    pages.map((page) => {
      const route = createRoute({
        getParentRoute: () => layout,
        path: page.path,
        component: lazyRouteComponent(page.opensTheApp ? page.load : spoken(page.load), 'Page'),
        errorComponent: (failure: ErrorComponentProps) => <Failed {...failure} page={page} />,
      })
      const { over = [] } = page
      return route.addChildren(
        // the page stays as it is, and reads from the address what is open over it
        over.map((path) =>
          createRoute({ getParentRoute: () => route, path: path.slice(page.path.length) }),
        ),
      )
    }),
  )
}

const pageFailed = () => import('./portals/PageFailed')
const PageFailed = lazy(async () => ({ default: (await pageFailed()).PageFailed }))

/** A frame comes with what stands in it when a page fails: then it may be too late to fetch that. */
function frame<T extends Record<string, RouteComponent>>(
  load: () => Promise<T>,
  name: keyof T & string,
) {
  const both = async () => (await Promise.all([load(), pageFailed()]))[0]
  return lazyRouteComponent(spoken(both), name)
}

const VaultFrame = frame(() => import('./portals/vault/VaultFrame'), 'VaultFrame')
const OrganizationFrame = frame(
  () => import('./portals/organization/OrganizationFrame'),
  'OrganizationFrame',
)
const SystemFrame = frame(() => import('./portals/system/SystemFrame'), 'SystemFrame')

export const router = createRouter({
  basepath: '/app',
  routeTree: root.addChildren([
    start,
    systemStart,
    portal('front', Outlet, front, AllFailed),
    portal('vault', VaultFrame, vault, PageFailed),
    portal('organization', OrganizationFrame, organization, PageFailed),
    portal('system', SystemFrame, system, PageFailed),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Pending,
  defaultErrorComponent: AllFailed,
  defaultNotFoundComponent: NothingHere,
})
