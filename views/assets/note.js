// A note that is saved while it is typed. Without this script, and without htmx, its buttons save it.

const line = document.querySelector('.kept-line')
const form = line?.closest('form')

if (form) {
  const fields = () => new URLSearchParams(new FormData(form))
  const typed = () => {
    const all = fields()
    all.delete('since')
    return all.toString()
  }
  /** what stands in the form as it was saved last; nothing of what was refused */
  let kept = line.dataset.unkept === undefined ? typed() : undefined
  /** one request at a time: each says which draft the page knows, and learns of the next one from its answer */
  let under
  let keeping = false
  /** the form itself is on its way */
  let sent = false

  const said = line.querySelector('span')
  if (said && !said.textContent) said.textContent = line.dataset.keeps ?? ''

  const say = (words) => {
    const problem = document.createElement('span')
    problem.className = 'problem'
    problem.textContent = words
    for (const span of line.querySelectorAll('span')) span.remove()
    line.append(problem)
  }

  line.addEventListener('htmx:before:request', (event) => {
    if (keeping || sent) return event.preventDefault()
    const { ctx } = event.detail
    // what waited for an earlier answer is sent as it stands by now
    ctx.request.body = fields()
    ctx.asked = typed()
    const answered = new Promise((resolve) => {
      ctx.over = resolve
    })
    under = answered
    answered.then(() => {
      if (under === answered) under = undefined
    })
  })
  line.addEventListener('htmx:after:request', (event) => {
    const { response, hx } = event.detail.ctx
    if (hx.redirect) kept = typed()
    if (hx.redirect || response.status === 200) return
    // a whole page that says no is not put into the line
    event.preventDefault()
    say(line.dataset.unsaved)
  })
  line.addEventListener('htmx:after:swap', ({ detail }) => {
    if (!line.querySelector('.problem')) kept = detail.ctx.asked
  })
  line.addEventListener('htmx:error', () => say(line.dataset.unsaved))
  line.addEventListener('htmx:finally:request', ({ detail }) => detail.ctx.over?.(true))

  /** Saves what stands in the form now, without waiting for a pause. Whether it is saved. */
  const keep = async (more) => {
    await under
    if (typed() === kept) return true
    // two texts are to be compared first
    if (!line.hasAttribute('hx-post')) return false
    keeping = true
    try {
      const asked = typed()
      const headers = { 'HX-Request': 'true' }
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', headers, body: fields(), ...more })
      const elsewhere = answer.headers.get('HX-Redirect')
      if (elsewhere) {
        kept = asked
        location.href = elsewhere
      }
      if (elsewhere || answer.status !== 200) return false
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      line.replaceChildren(...page.body.childNodes)
      if (line.querySelector('.problem')) return false
      kept = asked
      return true
    } finally {
      keeping = false
    }
  }

  let warned = false
  /** Before the page is left, what was typed a moment ago is saved. */
  const leaveBy = async (event, leave) => {
    if (event.defaultPrevented || warned || typed() === kept) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (await keep().catch(() => false)) return leave()
    // said once: whoever wants to leave all the same is not held
    warned = true
    if (!line.querySelector('.problem')) say(line.dataset.unsaved)
  }
  document.addEventListener(
    'submit',
    async (event) => {
      const { target, submitter } = event
      const again = () => target.requestSubmit(submitter)
      if (target !== form) return leaveBy(event, again)
      if (!under) {
        sent = true
        kept = typed()
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      await under
      again()
    },
    true,
  )
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]')
    const aside = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (!link || aside || link.target || link.origin !== location.origin || link.hash) return
    leaveBy(event, () => location.assign(link.href))
  })
  // a phone may end a page that is out of sight without a word
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return
    // what is sent behind a closed page may not be long
    keep({ keepalive: fields().toString().length < 60_000 }).catch(() => say(line.dataset.unsaved))
  })
  window.addEventListener('pageshow', () => {
    sent = false
  })
}
