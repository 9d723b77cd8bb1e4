import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { paths } from './paths'
import { AllFailed, NothingHere, PageFailed } from './portals/Failed'
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

/** A portal: its frame, and in it its pages, each loaded when it is first opened. */
function portal(id: string, frame: RouteComponent, pages: readonly Page[], Failed: Failed) {
  const layout = createRoute({ getParentRoute: () => root, id, component: frame })
  return layout.addChildren(
    pages.map((page) =>
      createRoute({
        getParentRoute: () => layout,
        path: page.path,
        component: lazyRouteComponent(page.load, 'Page'),
        errorComponent: (failure: ErrorComponentProps) => <Failed {...failure} page={page} />,
      }),
    ),
  )
}

const VaultFrame = lazyRouteComponent(() => import('./portals/vault/VaultFrame'), 'VaultFrame')
const OrganizationFrame = lazyRouteComponent(
  () => import('./portals/organization/OrganizationFrame'),
  'OrganizationFrame',
)
const SystemFrame = lazyRouteComponent(() => import('./portals/system/SystemFrame'), 'SystemFrame')

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
