import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'

import { pages as front } from './portals/front/pages'
import { pages as organization } from './portals/organization/pages'
import type { Page } from './portals/page'
import { pages as system } from './portals/system/pages'
import { pages as vault } from './portals/vault/pages'

const root = createRootRoute({ component: Outlet })

/** A portal: its frame, and in it its pages, each loaded when it is first opened. */
function portal(id: string, frame: RouteComponent, pages: readonly Page[]) {
  const layout = createRoute({ getParentRoute: () => root, id, component: frame })
  return layout.addChildren(
    pages.map(({ path, load }) =>
      createRoute({
        getParentRoute: () => layout,
        path,
        component: lazyRouteComponent(load, 'Page'),
      }),
    ),
  )
}

export const router = createRouter({
  basepath: '/app',
  routeTree: root.addChildren([
    portal('front', Outlet, front),
    portal('vault', Outlet, vault),
    portal('organization', Outlet, organization),
    portal('system', Outlet, system),
  ]),
  defaultPreload: 'intent',
})
