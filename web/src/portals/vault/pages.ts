import type { Page } from '../page'

export const pages: readonly Page[] = [
  {
    path: '/settings/sponsorships',
    load: () => import('../../features/sponsorships/SponsorshipsPage'),
    title: ({ sponsorships }) => sponsorships.mine.title,
    nav: { icon: 'gift' },
  },
]
