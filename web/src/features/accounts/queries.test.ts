import { describe, expect, it } from 'vitest'
import { Answered, serve } from '../../../test/server'
import { crypto } from '../../crypto'
import { checkSignUpLink, finishSignUp, requestHint, requestSignUp } from './queries'

const REQUEST = 'POST /identity/accounts/register/send-verification-email'
const CHECK = 'POST /identity/accounts/register/verification-email-clicked'
const FINISH = 'POST /identity/accounts/register/finish'

const email = 'owner@example.com'
const password = 'correct horse battery staple'
const kdf = { kdfType: 0, iterations: 5000, memory: null, parallelism: null }

describe('signing up', () => {
  it('begins with a mail, or with its token where none is sent', async () => {
    const asked = serve({ [REQUEST]: () => undefined })
    expect(await requestSignUp({ email: ` ${email} `, name: 'Élodie' })).toBeNull()
    expect(asked[0]?.body).toEqual({ email, name: 'Élodie' })
    serve({ [REQUEST]: () => 'token' })
    expect(await requestSignUp({ email, name: null })).toBe('token')
  })

  it('goes on behind a good link alone', async () => {
    const asked = serve({ [CHECK]: () => undefined })
    await checkSignUpLink({ email, token: 'token' })
    expect(asked[0]?.body).toEqual({ email, emailVerificationToken: 'token' })
    serve({ [CHECK]: () => new Answered(400, { message: 'The link has lapsed.' }) })
    await expect(checkSignUpLink({ email, token: 'old' })).rejects.toThrow('The link has lapsed.')
  })

  it('ends with keys that the password opens, and without the password', async () => {
    const asked = serve({ [FINISH]: () => ({ object: 'registerFinish' }) })
    const proof = { orgInviteToken: 'token', organizationUserId: 'member' }
    await finishSignUp({ email: ` ${email}`, name: 'Élodie', password, hint: 'horse', kdf, proof })
    const body = asked[0]?.body as {
      masterPasswordUnlock: { masterKeyWrappedUserKey: string }
      userAsymmetricKeys: { publicKey: string; encryptedPrivateKey: string }
    }
    expect(body).toMatchObject({
      email,
      name: 'Élodie',
      masterPasswordHint: 'horse',
      masterPasswordAuthentication: { kdf, salt: email },
      masterPasswordUnlock: { kdf, salt: email },
      ...proof,
    })
    expect(JSON.stringify(body)).not.toContain(password)
    const opened = await crypto.unlock({
      email,
      password,
      kdf,
      wrappedUserKey: body.masterPasswordUnlock.masterKeyWrappedUserKey,
      wrappedPrivateKey: body.userAsymmetricKeys.encryptedPrivateKey,
    })
    expect(opened.publicKey).toBe(body.userAsymmetricKeys.publicKey)
    await crypto.lock()
  })

  it('derives as new accounts do when nothing else was chosen', async () => {
    const asked = serve({ [FINISH]: () => ({ object: 'registerFinish' }) })
    const proof = { emailVerificationToken: 'token' }
    await finishSignUp({ email, password, hint: null, proof })
    expect(asked[0]?.body).toMatchObject({
      emailVerificationToken: 'token',
      masterPasswordHint: null,
      masterPasswordUnlock: { kdf: { kdfType: 0, iterations: 600_000 } },
    })
    expect(asked[0]?.body).not.toHaveProperty('name')
  })

  it('says what the server refuses', async () => {
    serve({ [FINISH]: () => new Answered(400, { message: 'This link was used before.' }) })
    const proof = { emailVerificationToken: 'token' }
    const finishing = finishSignUp({ email, password, hint: null, kdf, proof })
    await expect(finishing).rejects.toThrow('This link was used before.')
  })
})

describe('a hint', () => {
  it('is mailed', async () => {
    const asked = serve({ 'POST /api/accounts/password-hint': () => undefined })
    await requestHint(` ${email}`)
    expect(asked[0]?.body).toEqual({ email })
  })
})
