/*
 * What the pages of youths and guardians do beyond their links and forms; everything works without it. Leaving is
 * faster: by the button, by Esc three times, or after half an hour without use.
 */
;(() => {
  const idleFor = 30 * 60 * 1000
  const stayEvery = 10 * 60 * 1000
  const escapesWithin = 2000
  const token = document.querySelector('meta[name=token]')?.content

  // a refused form comes back with what is open on top
  document.querySelector('.problems')?.focus()

  // a form is sent once, however often its button is pressed
  document.addEventListener('submit', (event) => {
    if (event.target.dataset.sent) event.preventDefault()
    event.target.dataset.sent = 'yes'
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
    for (const form of document.forms) delete form.dataset.sent
  })

  if (!document.body.hasAttribute('data-personal')) return

  function leave() {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Token': token }
    fetch('/my/end', { method: 'POST', headers, keepalive: true, redirect: 'manual' }).catch(() => undefined)
    document.body.replaceChildren()
    document.title = ''
    location.replace('about:blank')
  }

  document.getElementById('leave').addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })

  let escapes = []
  addEventListener('keydown', ({ key, timeStamp }) => {
    escapes = key === 'Escape' ? [...escapes.filter((at) => timeStamp - at < escapesWithin), timeStamp] : []
    if (escapes.length === 3) leave()
  })

  // whoever is still reading or choosing keeps the page; whoever is gone does not
  let idle
  let stayed = 0
  const still = ({ timeStamp }) => {
    clearTimeout(idle)
    idle = setTimeout(leave, idleFor)
    if (timeStamp - stayed < stayEvery) return
    stayed = timeStamp
    fetch(location.pathname, { method: 'HEAD' }).catch(() => undefined)
  }
  for (const kind of ['pointerdown', 'keydown', 'scroll']) addEventListener(kind, still, { passive: true })
  idle = setTimeout(leave, idleFor)
})()
