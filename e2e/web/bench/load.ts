import { cpus, loadavg } from 'node:os'

/** How busy the machine is, in words. */
export const loadNow = (): string =>
  `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`

/** Whether it has more to do than it can. */
export const isBusy = (): boolean => (loadavg()[0] ?? 0) > cpus().length

/** Whether whoever measures knows that. */
export const mayBeBusy = process.env.WARDSTEAD_BUSY === '1'

/** Run before anything is: a busy machine measures what else it does. */
export default function refuseWhenBusy(): void {
  if (!isBusy() || mayBeBusy) return
  process.stderr.write(
    `The machine is busy (${loadNow()}), so nothing would be learned: wait until it is idle, or measure all the same with --busy.\n`,
  )
  process.exit(1)
}
