import type { Person } from './person'

/** The plans of the page, by the tier the protocol gives them. */
const TIERS = { free: 0, families: 1, teams: 2, enterprise: 3 } as const

/** Has `owner` make an organization on the cloud, by the page; answers its id. */
export async function makeOrganization(
  owner: Person,
  name: string,
  plan: keyof typeof TIERS,
): Promise<string> {
  const { page, words, keyboard } = owner
  const { create } = words.organizations
  const tier = words.billing.tiers[TIERS[plan]] ?? ''
  await owner.go(create.title)
  await keyboard.write(page.getByRole('textbox', { name: new RegExp(`^${create.name}`) }), name)
  await keyboard.choose(page.getByRole('radio', { name: new RegExp(`^${tier}`) }))
  await owner.press(create.submit)
  await page.waitForURL(/\/org\/(?!new)/)
  return organizationOf(owner)
}

/** The organization whose console is open. */
function organizationOf({ page }: Person): string {
  const id = /\/org\/([^/]+)\//.exec(page.url())?.[1]
  if (!id) throw new Error('no organization is open')
  return id
}

/** Has an administrator invite people, from anywhere in the console. */
export async function invite(administrator: Person, ...addresses: string[]): Promise<void> {
  const { page, words, keyboard } = administrator
  await administrator.go(words.members.title)
  await administrator.press(words.members.actions.invite)
  await keyboard.write(page.getByRole('dialog').getByRole('textbox'), addresses.join('\n'))
  await page.keyboard.press('Control+Enter')
}
