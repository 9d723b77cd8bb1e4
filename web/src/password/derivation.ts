import type { KdfSettings } from '../crypto'

export type Algorithm = 'pbkdf2' | 'argon2id'

const ARGON2ID = 1

export const algorithmOf = ({ kdfType }: KdfSettings): Algorithm =>
  kdfType === ARGON2ID ? 'argon2id' : 'pbkdf2'

/** What is recommended today. */
export const RECOMMENDED = {
  pbkdf2: { iterations: 600_000 },
  argon2id: { iterations: 3, memory: 64, parallelism: 4 },
} as const

/** Whether guessing costs less than what is recommended. */
export function isLow(kdf: KdfSettings): boolean {
  if (algorithmOf(kdf) === 'pbkdf2') return kdf.iterations < RECOMMENDED.pbkdf2.iterations
  const { iterations, memory } = RECOMMENDED.argon2id
  // more of the one makes up for less of the other
  return kdf.iterations * (kdf.memory ?? 0) < iterations * memory
}

/** The settings of a form. */
export function settingsOf(algorithm: Algorithm, values: FormData): KdfSettings {
  const number = (name: string): number => Number(values.get(name))
  if (algorithm === 'pbkdf2')
    return { kdfType: 0, iterations: number('iterations'), memory: null, parallelism: null }
  return {
    kdfType: ARGON2ID,
    iterations: number('iterations'),
    memory: number('memory'),
    parallelism: number('parallelism'),
  }
}
