const TWO_STEP = 'wardstead.remembered'
const EMAIL = 'wardstead.email'

function all(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(TWO_STEP) ?? '{}')
  } catch {
    return {}
  }
}

const nameOf = (email: string): string => email.trim().toLowerCase()

/** What spares this device the second step; worth nothing without the password. */
export const rememberedTwoStep = (email: string): string | null => all()[nameOf(email)] ?? null

export function rememberTwoStep(email: string, token: string): void {
  localStorage.setItem(TWO_STEP, JSON.stringify({ ...all(), [nameOf(email)]: token }))
}

export function forgetTwoStep(email: string): void {
  const { [nameOf(email)]: _, ...others } = all()
  localStorage.setItem(TWO_STEP, JSON.stringify(others))
}

/** The address to begin the next login with, if the person wanted that. */
export const rememberedEmail = (): string | null => localStorage.getItem(EMAIL)

export function rememberEmail(email: string | null): void {
  if (email === null) localStorage.removeItem(EMAIL)
  else localStorage.setItem(EMAIL, email.trim())
}
