import type { Person } from './person'

/** The plans of the page, by the tier the protocol gives them. */
const TIERS = { free: 0, families: 1, teams: 2, enterprise: 3 } as const

/** Has `owner` make an organization on the cloud, by the page; answers its id. */
export async function makeOrganization(
  owner: Person,
  name: string,
  plan: keyof typeof TIERS,
): Promise<string> {
  const { page, words } = owner
  const { create } = words.organizations
  await page.getByRole('link', { name: create.title, exact: true }).click()
  await owner.headed(create.title)
  await page.getByLabel(create.name, { exact: true }).fill(name)
  await page.getByText(words.billing.tiers[TIERS[plan]] ?? '', { exact: true }).click()
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

/** Has an administrator invite `address`, from anywhere in the console. */
export async function invite(administrator: Person, ...addresses: string[]): Promise<void> {
  const { page, words } = administrator
  await page.getByRole('link', { name: words.members.title, exact: true }).click()
  await administrator.headed(words.members.title)
  await administrator.press(words.members.actions.invite)
  await page.getByRole('dialog').getByRole('textbox').fill(addresses.join('\n'))
  await page.keyboard.press('Control+Enter')
}
