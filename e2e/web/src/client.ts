import { type Operations, operations } from '../../../web/src/crypto/operations'
import { type Account, register } from './account'
import type { Server } from './server'

const ENTERPRISE = 20
const BILLING_SYNC = 1

/**
 * Somebody with an account who asks a server what an app would ask, without a browser: for worlds that
 * stories begin in.
 */
export class Client {
  private constructor(
    private readonly server: Server,
    private readonly keys: Operations,
    private readonly token: string,
    /** What proves their master password once more. */
    private readonly proof: string,
  ) {}

  /** Makes the account, and signs in to it. */
  static async arrive(server: Server, account: Account): Promise<Client> {
    await register(server, account)
    const { email, password } = account
    const asked = await ask<{ kdfSettings: Parameters<Operations['deriveForLogin']>[0]['kdf'] }>(
      server,
      '/identity/accounts/prelogin/password',
      { body: JSON.stringify({ email }), type: 'application/json' },
    )
    const keys = operations()
    const proof = await keys.deriveForLogin({ email, password, kdf: asked.kdfSettings })
    const form = new URLSearchParams({
      grant_type: 'password',
      client_id: 'web',
      scope: 'api offline_access',
      username: email,
      password: proof,
      deviceType: '9',
      deviceIdentifier: globalThis.crypto.randomUUID(),
      deviceName: 'Chrome',
    })
    const granted = await ask<{
      access_token: string
      Key: string
      AccountKeys: { publicKeyEncryptionKeyPair: { wrappedPrivateKey: string } }
    }>(server, '/identity/connect/token', { body: form })
    await keys.openAccount({
      wrappedUserKey: granted.Key,
      wrappedPrivateKey: granted.AccountKeys.publicKeyEncryptionKeyPair.wrappedPrivateKey,
    })
    return new Client(server, keys, granted.access_token, proof)
  }

  /** Makes an Enterprise organization on the cloud; answers its id. */
  async buy(name: string, billingEmail: string, seats: number): Promise<string> {
    const made = await this.post<{ id: string }>('/api/organizations', {
      name,
      billingEmail,
      planType: ENTERPRISE,
      additionalSeats: seats,
      ...(await this.keys.newOrganization('Default')),
    })
    return made.id
  }

  /** The licence of an organization for an installation. */
  async license(organization: string, installation: string): Promise<string> {
    const path = `/api/organizations/${organization}/license?installationId=${installation}`
    return JSON.stringify(await ask<object>(this.server, path, { token: this.token }))
  }

  /** Begins the organization of a licence on their own server; answers its id. */
  async found(license: string): Promise<string> {
    const { key, keys, collectionName } = await this.keys.newOrganization('Default')
    const form = new FormData()
    form.set('license', new File([license], 'license.json', { type: 'application/json' }))
    form.set('key', key)
    form.set('keys.publicKey', keys.publicKey)
    form.set('keys.encryptedPrivateKey', keys.encryptedPrivateKey)
    form.set('collectionName', collectionName)
    const path = '/api/organizations/licenses/self-hosted'
    const made = await ask<{ id: string }>(this.server, path, { body: form, token: this.token })
    return made.id
  }

  /** The billing sync token of an organization on the cloud. */
  async billingToken(organization: string): Promise<string> {
    const body = { type: BILLING_SYNC, masterPasswordHash: this.proof }
    const path = `/api/organizations/${organization}/api-key`
    return (await this.post<{ apiKey: string }>(path, body)).apiKey
  }

  /** Connects an organization of their own server to the cloud. */
  async connect(organizationId: string, billingSyncKey: string): Promise<void> {
    const config = { billingSyncKey, automaticLicense: true }
    const body = { type: BILLING_SYNC, organizationId, enabled: true, config }
    await this.post('/api/organizations/connections', body)
  }

  /** Syncs an organization of their own server now. */
  async sync(organization: string): Promise<void> {
    await this.post(`/api/organization/sponsorship/self-hosted/${organization}/sync-now`, {})
  }

  /** Offers a Families organization to somebody, on their own server. */
  async sponsor(organization: string, recipient: string): Promise<void> {
    const path = `/api/organization/sponsorship/self-hosted/${organization}/families-for-enterprise`
    const who = { sponsoredEmail: recipient, friendlyName: recipient }
    await this.post(path, { planSponsorshipType: 0, ...who })
  }

  /** Invites somebody as an ordinary member. */
  async invite(organization: string, email: string): Promise<void> {
    const nothing = { permissions: {}, collections: [], groups: [] }
    const body = { emails: [email], type: 2, accessSecretsManager: false, ...nothing }
    await this.post(`/api/organizations/${organization}/users/invite`, body)
  }

  private post<Answer>(path: string, body: object): Promise<Answer> {
    const type = 'application/json'
    return ask(this.server, path, { body: JSON.stringify(body), type, token: this.token })
  }
}

interface Asked {
  body?: string | URLSearchParams | FormData
  type?: string
  token?: string
}

async function ask<Answer>(server: Server, path: string, asked: Asked): Promise<Answer> {
  const { body, type, token } = asked
  const answer = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(type && { 'Content-Type': type }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path.split('?')[0]}: ${answer.status} ${text}`)
  return (text ? JSON.parse(text) : null) as Answer
}
