import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { CARGO_TARGET_DIR, CHROMIUM, WARDSTEAD_BIN } = process.env

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../../..')

/** Where cargo builds, and where pictures are left. */
export const target = CARGO_TARGET_DIR ? resolve(root, CARGO_TARGET_DIR) : join(root, 'target')

/** Where the pictures of a story go. */
export const screenshots = join(root, 'target', 'screenshots')

/** Where the guide keeps its pictures, when this telling makes them. */
export const guide = process.env.WARDSTEAD_GUIDE ? join(root, 'docs/guide/pictures') : null

/** The server's program: the one `WARDSTEAD_BIN` names, else the one cargo built. */
export const program = found(
  [WARDSTEAD_BIN, join(target, 'debug/wardstead')],
  'The server is not built: cargo xtask story web builds it and tells the stories.',
)

/** The browser: the one `CHROMIUM` names, else the system's. */
export const chromium = found(
  [CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  'There is no Chromium. Install it (Debian: sudo apt-get install -y chromium), or name one in CHROMIUM.',
)

function found(places: readonly (string | undefined)[], cure: string): string {
  const place = places.find((place) => place && existsSync(place))
  if (!place) throw new Error(cure)
  return place
}
