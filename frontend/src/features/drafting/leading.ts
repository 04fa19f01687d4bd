/** Takes the user to the control a pointer means, or to the nearest thing around it that exists. */
export function leadTo(path: string) {
  const pieces = path.split('.')
  for (let length = pieces.length; length > 0; length -= 1) {
    const control = document.getElementById(pieces.slice(0, length).join('.'))
    if (control === null) continue
    control.scrollIntoView({ block: 'center' })
    control.focus({ preventScroll: true })
    return
  }
}
