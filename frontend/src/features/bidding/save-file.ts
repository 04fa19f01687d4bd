/** Hands bytes to the person as a file. */
export const saveFile = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  saveBlob(name, new Blob([bytes], { type: 'application/json' }))

export function saveBlob(name: string, blob: Blob) {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
