import { toast, useErrorWords } from '../../ui'

/** How a change tells what came of it: `done`, or why not. */
export function useTelling() {
  const errorWords = useErrorWords()
  return (done: string) => ({
    onSuccess: () => toast(done),
    onError: (cause: unknown) => toast(errorWords(cause).what, { tone: 'bad' }),
  })
}
