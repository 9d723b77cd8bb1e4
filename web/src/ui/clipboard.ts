const SECRET_STAYS = 30_000

let pending: ReturnType<typeof setTimeout> | undefined

/** Puts `value` on the clipboard. */
export const copy = (value: string): Promise<void> => navigator.clipboard.writeText(value)

/**
 * Puts a secret on the clipboard and takes it off again after 30 s.
 *
 * What a person copied since then stays, where the browser lets us look; it does not let pages
 * without the focus write, so then the wiping waits for the focus to come back.
 */
export async function copySecret(value: string): Promise<void> {
  await copy(value)
  clearTimeout(pending)
  pending = setTimeout(() => void wipe(value), SECRET_STAYS)
}

async function wipe(value: string): Promise<void> {
  if (!document.hasFocus()) {
    window.addEventListener('focus', () => void wipe(value), { once: true })
    return
  }
  if (await stillThere(value)) await navigator.clipboard.writeText('').catch(() => {})
}

async function stillThere(value: string): Promise<boolean> {
  // Asking to read would open a prompt; without the permission the safe guess is that it is.
  const permission = await navigator.permissions
    ?.query({ name: 'clipboard-read' as PermissionName })
    .catch(() => null)
  if (permission?.state !== 'granted') return true
  return (await navigator.clipboard.readText().catch(() => value)) === value
}
