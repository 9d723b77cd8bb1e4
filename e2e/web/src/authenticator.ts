import { createHmac } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP = 30_000

/** An authenticator app that was given `key`. A server takes each code once, and those beside the present one. */
export class Authenticator {
  private readonly key: Buffer
  private used = 0

  constructor(key: string) {
    const letters = [...key.replaceAll(/[\s=]/g, '')]
    const bits = letters
      .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
      .join('')
    this.key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  }

  /** A code that was not used yet, as soon as there is one. */
  async next(): Promise<string> {
    for (;;) {
      const present = Math.floor(Date.now() / STEP)
      // the one before counts as well, unless it lapses while it is typed
      const late = Date.now() % STEP > STEP / 2
      const step = Math.max(this.used + 1, late ? present : present - 1)
      if (step <= present + 1) {
        this.used = step
        return this.code(step)
      }
      await new Promise((done) => setTimeout(done, 1000))
    }
  }

  /** Six digits that are no code of now. */
  wrong(): string {
    const present = Math.floor(Date.now() / STEP)
    const near = [-2, -1, 0, 1, 2].map((offset) => this.code(present + offset))
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
      (code) => !near.includes(code),
    ) as string
  }

  private code(step: number): string {
    const counter = Buffer.alloc(8)
    counter.writeBigUInt64BE(BigInt(step))
    const mac = createHmac('sha1', this.key).update(counter).digest()
    const at = (mac.at(-1) ?? 0) & 15
    const number = (mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000
    return String(number).padStart(6, '0')
  }
}
