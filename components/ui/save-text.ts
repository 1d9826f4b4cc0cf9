/** Gives a text to the browser as a file to be saved, as soon as it is there. */
export async function saveText(text: string | Promise<string>, name: string, type: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([await text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
