import { describe, expect, it } from 'vitest'
import { CryptoError, crypto } from '.'

describe('a page', () => {
  it('gets refusals that name the object and never its content', async () => {
    const failing = crypto.encryptText('user', 'my secret')
    await expect(failing).rejects.toBeInstanceOf(CryptoError)
    const refusal: unknown = await failing.catch((cause) => cause)
    expect(refusal).toMatchObject({
      reason: 'locked',
      object: 'userKey',
      message: 'userKey: locked',
    })
  })

  it('hears of anything unforeseen without its words', async () => {
    const call = crypto.encryptText as (...args: unknown[]) => Promise<string>
    const refusal: unknown = await call({ get: 'my secret' }, 7).catch((cause) => cause)
    expect(refusal).toMatchObject({ reason: 'locked' })
    const fingerprint: unknown = await crypto.fingerprint('bm8ga2V5', 'id').catch((cause) => cause)
    expect(String(fingerprint)).not.toContain('bm8ga2V5')
  })
})
