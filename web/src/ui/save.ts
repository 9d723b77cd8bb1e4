/** Gives a person a file made here. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser reads it after the click has been dealt with
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
