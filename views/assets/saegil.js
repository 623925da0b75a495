// What a page does beyond its links and forms. Everything works without it.

// A refused form comes back with its problems on top: let the reader land there, also where autofocus is not honoured.
document.querySelector('.problems')?.focus()

// What htmx sends of itself carries the page's token as well.
document.addEventListener('htmx:config:request', ({ detail }) => {
  detail.ctx.request.headers['X-Token'] = document.querySelector('meta[name=token]')?.content
})

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || form.hasAttribute('hx-post')) return
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 'yes'
})
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent
})
