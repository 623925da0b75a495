/*
 * Keys of the calendar: each link that says so (aria-keyshortcuts) is followed by its key. Not while something is typed
 * or chosen, not with Ctrl, Alt or Meta, and not at all once the reader has turned them off on this device.
 */
;(() => {
  const kept = 'calendar-keys'
  const hint = document.getElementById('keys')
  const button = hint?.querySelector('button')
  if (!button) return

  const isOff = () => localStorage.getItem(kept) === 'off'
  const say = () => button.setAttribute('aria-pressed', String(!isOff()))
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(kept)
    else localStorage.setItem(kept, 'off')
    say()
  })
  say()
  hint.hidden = false

  // the same key on a Korean keyboard gives a Korean letter
  const pressed = ({ key, code }) => {
    if (key.length > 1) return key
    return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
  }
  // a table wider than its frame is scrolled with the arrows
  const scrolls = (at) => {
    const frame = at.closest?.('.scroll')
    return frame && frame.scrollWidth > frame.clientWidth
  }

  document.addEventListener('keydown', (event) => {
    const { target, ctrlKey, altKey, metaKey, shiftKey, defaultPrevented, isComposing, repeat } = event
    if (isOff() || defaultPrevented || isComposing || repeat || ctrlKey || altKey || metaKey || shiftKey) return
    if (target.closest?.('input, select, textarea, [contenteditable]')) return
    const key = pressed(event)
    if (key.startsWith('Arrow') && scrolls(target)) return
    const link = [...document.querySelectorAll('a[aria-keyshortcuts]')].find(
      (one) => one.getAttribute('aria-keyshortcuts') === key,
    )
    if (!link) return
    event.preventDefault()
    link.click()
  })
})()
