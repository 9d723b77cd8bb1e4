import { expect, test } from 'vitest'
import { text } from '../i18n'
import { navigation, pageAt } from './navigation'
import type { Page } from './page'

const Nothing = () => null

const page = (path: string, more: Partial<Page> = {}): Page => ({
  path,
  load: async () => ({ Page: Nothing }),
  title: () => path,
  ...more,
})

const nav = { icon: 'home' } as const
const access = { can: () => false, selfHosted: false }

test('the page of an address is the one that names it most exactly', () => {
  const pages = [
    page('/org/$orgId/$anything'),
    page('/org/$orgId/members', { over: ['/org/$orgId/members/$memberId'] }),
    page('/vault'),
  ]
  const cases = [
    ['/vault', '/vault'],
    ['/org/1/members', '/org/$orgId/members'],
    ['/org/1/members/2', '/org/$orgId/members'],
    ['/org/1/other', '/org/$orgId/$anything'],
    ['/nothing', undefined],
  ] as const
  for (const [here, expected] of cases) expect(pageAt(pages, here)?.path, here).toBe(expected)
})

test('the navigation holds what may be seen, by groups, and marks where one is', () => {
  const group = () => 'Group'
  const pages = [
    page('/vault', { nav }),
    page('/vault/trash', { nav: { ...nav, group } }),
    page('/org/$orgId/members', { nav: { ...nav, group, when: ({ can }) => can('members.list') } }),
    page('/hidden'),
    page('/elsewhere/$other', { nav }),
  ]
  const shown = navigation(pages, {
    access: { ...access, can: (action) => action === 'members.list' },
    parameters: { orgId: '1' },
    here: '/vault/trash',
    text: text(),
  })
  expect(
    shown.map(({ label, items }) => [label, items.map(({ href, isCurrent }) => [href, isCurrent])]),
  ).toEqual([
    [undefined, [['/vault', false]]],
    [
      'Group',
      [
        ['/vault/trash', true],
        ['/org/1/members', false],
      ],
    ],
  ])
  const less = navigation(pages, { access, parameters: { orgId: '1' }, here: '/', text: text() })
  expect(less.flatMap(({ items }) => items.map(({ href }) => href))).not.toContain('/org/1/members')
})
