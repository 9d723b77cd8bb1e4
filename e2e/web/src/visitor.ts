import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { findings } from './axe'
import { browser } from './browser'
import { rememberFocus } from './focus'
import { Keyboard } from './keyboard'
import { misplaced } from './layout'
import { picture } from './picture'
import { guide, screenshots } from './repository'
import type { Server } from './server'
import { seen, Watch } from './watch'

export type Language = 'en' | 'fr'

const THEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390] as const
const HEIGHTS = { 1280: 800, 390: 844 } as const
/**
 * Axe takes longer than a picture, and a page differs between languages in its words alone: each
 * telling has it look at two of the four, so that both have it look at all.
 */
const AXE: Record<Language, readonly string[]> = {
  en: ['light 1280', 'dark 390'],
  fr: ['dark 1280', 'light 390'],
}

/** How many pictures a telling of a story has; its people are numbered through. */
const pictures = new Map<string, number>()

/** A person with a browser of their own, at one server. */
export class Visitor {
  readonly keyboard: Keyboard
  private readonly watch: Watch
  private constructor(
    readonly server: Server,
    readonly page: Page,
    readonly language: Language,
    private readonly context: BrowserContext,
    private readonly story: string,
    /** Whether it is told in the other language as well. */
    private readonly inBoth: boolean,
  ) {
    this.keyboard = new Keyboard(page)
    this.watch = new Watch(context, server.url)
  }

  /** Somebody in a story, which is told `inBoth` languages or in theirs alone. */
  static async arrive(
    server: Server,
    story: string,
    language: Language,
    inBoth = false,
  ): Promise<Visitor> {
    const context = await (await browser()).newContext({
      baseURL: server.url,
      locale: language === 'fr' ? 'fr-FR' : 'en-GB',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1280, height: HEIGHTS[1280] },
      // moving parts are not for pictures
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    await rememberFocus(context)
    const page = await context.newPage()
    return new Visitor(server, page, language, context, story, inBoth)
  }

  /** Everything that was wrong in their browser so far. */
  get faults(): readonly string[] {
    return this.watch.faults
  }

  /** Opens a path of the app, below `/app`, or any address in full. */
  async open(address: string): Promise<void> {
    await this.page.goto(address.startsWith('/') ? `/app${address}` : address)
  }

  /**
   * Looks at what is there now: in light and dark, on a desk and on a telephone. Each is kept as a
   * picture, and in none may anything be misplaced or axe find anything. One that is `inGuide` is what
   * the guide shows; it is taken over when `WARDSTEAD_GUIDE` is set.
   */
  async look(name: string, { inGuide = false } = {}): Promise<void> {
    const folder = join(screenshots, this.story, this.language)
    await mkdir(folder, { recursive: true })
    const count = (pictures.get(folder) ?? 0) + 1
    pictures.set(folder, count)
    const wrong: string[] = []
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: HEIGHTS[width] })
      await this.drawn()
      for (const theme of THEMES) {
        const variant = `${theme} ${width}`
        await this.page.emulateMedia({ colorScheme: theme })
        await this.settle()
        const number = String(count).padStart(2, '0')
        const path = join(folder, `${number}-${name}-${theme}-${width}.png`)
        await picture(this.page, path)
        if (inGuide && guide && theme === 'light' && width === 1280) {
          await mkdir(join(guide, this.language), { recursive: true })
          await copyFile(path, join(guide, this.language, `${name}.png`))
        }
        const isAxes = !this.inBoth || AXE[this.language].includes(variant)
        for (const finding of isAxes ? await findings(this.page) : [])
          wrong.push(`${variant}: ${finding}`)
        for (const what of await misplaced(this.page)) wrong.push(`${variant}: ${what}`)
      }
    }
    await this.page.setViewportSize({ width: 1280, height: HEIGHTS[1280] })
    await this.page.emulateMedia({ colorScheme: 'light' })
    if (wrong.length > 0) throw new Error(`${name}:\n${[...new Set(wrong)].join('\n')}`)
  }

  /** Nothing secret may be where others could find it. */
  async expectNowhere(...secrets: string[]): Promise<void> {
    const kept = await this.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.title, document.cookie]),
    )
    const { cookies, origins } = await this.context.storageState()
    const places = [kept, this.page.url(), JSON.stringify(cookies), JSON.stringify(origins)]
    for (const secret of secrets) {
      const shape = [secret, encodeURIComponent(secret), btoa(unescape(encodeURIComponent(secret)))]
      if (places.some((place) => shape.some((text) => place.includes(text))))
        throw new Error('a secret lies in the address, the title or the browser’s storage')
    }
  }

  /** Goes, and answers everything that was wrong while they were there. */
  async leave(): Promise<readonly string[]> {
    await this.context.close()
    return this.faults
  }

  /** Where they stand, for whoever looks for the cause of a failure. */
  async account(): Promise<string> {
    const folder = join(screenshots, this.story, this.language)
    const path = join(folder, 'failed.png')
    await this.page.screenshot({ path, fullPage: true }).catch(() => null)
    return `at ${await seen(this.page)}\n\n${this.watch.lastWords()}\n\nfaults: ${this.faults.join('\n')}\n${path}`
  }

  /** Waits until the page is drawn as wide as it is now. */
  private async drawn(): Promise<void> {
    await this.page.evaluate(async () => {
      const picture = () => new Promise((drawn) => requestAnimationFrame(drawn))
      await picture()
      await picture()
    })
  }

  /** Takes what moves or fades to its end, once the app has heard what it is to look like. */
  private async settle(): Promise<void> {
    await this.drawn()
    await this.page.evaluate(async () => {
      const ends = (animation: Animation) =>
        animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
      // what ends may have something else begin
      for (let round = 0; round < 10; round++) {
        const moving = document.getAnimations().filter(ends)
        if (moving.length === 0) return
        for (const animation of moving) animation.finish()
        await new Promise((drawn) => requestAnimationFrame(drawn))
      }
    })
  }
}
