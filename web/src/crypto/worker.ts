import { operations } from './operations'
import { type Call, perform } from './remote'

const all = operations()

self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  self.postMessage(await perform(all, data))
})
