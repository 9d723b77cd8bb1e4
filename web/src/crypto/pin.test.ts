// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations'
import type { WrappedAccount } from './operations/account'
import type { PinnedKey } from './operations/pin'

const owner = {
  email: 'owner@example.com',
  password: 'correct horse battery staple',
  kdf: { kdfType: 0, iterations: 5000, memory: null, parallelism: null },
}
const pin = 'été7'

let account: WrappedAccount
let pinned: PinnedKey
let publicKey: string
let text: string

beforeAll(async () => {
  const all = operations()
  const keys = await all.prepareSignUp(owner)
  publicKey = keys.publicKey
  account = {
    wrappedUserKey: keys.unlock.masterKeyWrappedUserKey,
    wrappedPrivateKey: keys.encryptedPrivateKey,
  }
  await all.unlock({ ...owner, ...account })
  text = await all.encryptText('user', 'mine')
  pinned = await all.wrapUnderPin({ pin })
})

const asked = (changed: Partial<PinnedKey & { pin: string }> = {}) => ({
  pin,
  ...pinned,
  wrappedPrivateKey: account.wrappedPrivateKey,
  ...changed,
})

// a PIN is slow to try, on purpose
describe('a PIN', { timeout: 60_000 }, () => {
  it('opens the account as its password does', async () => {
    const all = operations()
    expect(await all.unlockWithPin(asked())).toEqual(
      await operations().unlock({ ...owner, ...account }),
    )
    expect((await all.unlockWithPin(asked())).publicKey).toBe(publicKey)
    expect(await all.decryptText({ key: 'user', text })).toBe('mine')
  })

  it('opens nothing when it is another one, or salted otherwise', async () => {
    for (const changed of [
      { pin: 'été8' },
      { pin: 'été7 ' },
      { salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
    ]) {
      const all = operations()
      const trying = all.unlockWithPin(asked(changed))
      await expect(trying).rejects.toThrow('userKey: wrongPassword')
      await expect(all.encryptText('user', 'a')).rejects.toThrow('userKey: locked')
    }
  })

  it('is salted anew each time', async () => {
    const all = operations()
    await all.unlockWithPin(asked())
    const again = await all.wrapUnderPin({ pin })
    expect(again.salt).not.toBe(pinned.salt)
    await expect(operations().unlockWithPin(asked({ salt: again.salt }))).rejects.toThrow(
      'wrongPassword',
    )
    expect((await operations().unlockWithPin(asked(again))).publicKey).toBe(publicKey)
  })

  it('is told by nothing of what it wraps', () => {
    expect(atob(pinned.salt)).toHaveLength(16)
    expect(pinned.wrapped).toMatch(/^2\.[\w+/=]+\|[\w+/=]+\|[\w+/=]+$/)
    expect(Object.keys(pinned)).toEqual(['salt', 'wrapped'])
    // vector, 64 bytes with their padding, code: the key is there encrypted alone
    const parts = pinned.wrapped.slice(2).split('|').map(atob)
    expect(parts.map(({ length }) => length)).toEqual([16, 80, 32])
  })

  it('wraps nothing without keys, or when they go meanwhile', async () => {
    await expect(operations().wrapUnderPin({ pin })).rejects.toThrow('userKey: locked')
    const all = operations()
    await all.unlock({ ...owner, ...account })
    const wrapping = all.wrapUnderPin({ pin })
    await all.lock()
    await expect(wrapping).rejects.toThrow('userKey: locked')
  })

  it('does not open what is locked meanwhile', async () => {
    const all = operations()
    const unlocking = all.unlockWithPin(asked())
    await all.lock()
    await expect(unlocking).rejects.toThrow('userKey: locked')
    await expect(all.encryptText('user', 'a')).rejects.toThrow('userKey: locked')
  })
})
