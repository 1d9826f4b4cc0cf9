/**
 * Puts text on the clipboard. Where the clipboard is only given to secure origins (plain HTTP on another machine) it
 * falls back to a selection; throws when the browser refuses both.
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const holder = document.createElement('textarea')
  holder.value = text
  holder.setAttribute('readonly', '')
  holder.className = 'sr-only'
  document.body.append(holder)
  holder.select()
  const copied = document.execCommand('copy')
  holder.remove()
  if (!copied) throw new Error('The browser refused to copy')
}
