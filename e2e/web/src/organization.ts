import { accessToken } from './account'
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

/** Policies by the protocol's number. */
const POLICIES = { masterPassword: 1, singleOrganization: 3, accountRecovery: 8 } as const

/** Says what an organization demands, in the details that other clients set. */
export async function demand(
  owner: Person,
  organization: string,
  policy: keyof typeof POLICIES,
  data: object | null = null,
): Promise<void> {
  const { server, account } = owner
  const address = `${server.url}/api/organizations/${organization}/policies/${POLICIES[policy]}`
  const answer = await fetch(address, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${await accessToken(server, account)}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ enabled: true, data }),
  })
  if (!answer.ok) throw new Error(`${policy}: ${answer.status} ${await answer.text()}`)
}

/** Has an administrator, whose members are open, confirm the one person who accepted since. */
export async function confirmOne(administrator: Person): Promise<void> {
  const { words } = administrator
  await administrator.reload()
  await administrator.press(words.members.actions.confirm)
  await administrator.press(words.members.confirm.submit)
  await administrator.said(words.members.confirm.done(1))
}
