import type { Page } from '../page'

export const pages: readonly Page[] = [
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
    path: '/join/families',
    load: () => import('../../features/sponsorships/JoinFamiliesPage'),
    title: ({ sponsorships }) => sponsorships.join.title,
  },
  {
    path: '/join/families/redeem',
    load: () => import('../../features/sponsorships/RedeemPage'),
    title: ({ sponsorships }) => sponsorships.redeem.title,
  },
]
