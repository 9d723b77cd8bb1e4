import { paths } from '../../paths'
import type { Page } from '../page'

export const pages: readonly Page[] = [
  {
    path: paths.front.login(),
    load: () => import('../../features/identity/LoginPage'),
    title: ({ front }) => front.logIn.title,
  },
  {
    path: paths.front.lock(),
    load: () => import('../../features/identity/LockPage'),
    title: ({ session }) => session.unlock.title,
  },
  {
    path: paths.front.joinFamilies(),
    load: () => import('../../features/sponsorships/JoinFamiliesPage'),
    title: ({ sponsorships }) => sponsorships.join.title,
  },
  {
    path: paths.front.redeemFamilies(),
    load: () => import('../../features/sponsorships/RedeemPage'),
    title: ({ sponsorships }) => sponsorships.redeem.title,
  },
  {
    path: paths.front.connector('$kind'),
    load: () => import('../../features/identity/ConnectorPage'),
    title: ({ front }) => front.connector.title,
  },
  {
    path: '/gallery',
    load: () => import('../../features/gallery/GalleryPage'),
    title: ({ shell }) => shell.gallery,
  },
  {
    path: '/gallery/card',
    load: () => import('../../features/gallery/CardPage'),
    title: ({ shell }) => shell.gallery,
  },
  {
    path: paths.system.login(),
    load: () => import('../../features/system/LoginPage'),
    title: ({ system }) => system.signIn.title,
  },
]
