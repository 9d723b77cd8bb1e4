/** The long list of the Electronic Frontier Foundation: 7776 words, fetched when first needed. */
export async function wordList(): Promise<readonly string[]> {
  const { default: list } = await import('./words.txt?raw')
  return list.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
