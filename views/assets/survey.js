/*
 * The youth's page. The token comes in the fragment of the address, which no server and no log sees; it leaves the
 * address bar at once and stays in this tab until the survey is sent or left. Answers are never kept on the device.
 * Over 150 lines because there is no build step and the page is to fetch as little as it can.
 */
;(() => {
  const { Survey, SurveyUI } = window
  const place = document.getElementById('survey')
  const saveAfter = 1500
  const tryAgainAfter = 8000
  const idleFor = 30 * 60 * 1000
  const roomy = matchMedia('(min-width: 1000px)')
  const started = Date.now()
  let token = ''
  let lang = document.documentElement.lang
  let model
  let saving
  let sent = false

  /** Shows one message, or none. */
  const say = (what) => {
    for (const one of document.querySelectorAll('[data-say]')) one.hidden = one.dataset.say !== what
  }

  const post = async (to, body) => {
    const answer = await fetch(`/s/${to}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Token': document.querySelector('meta[name=token]').content },
      body: JSON.stringify({ token, lang, ...body }),
      credentials: 'same-origin',
    })
    const said = await answer.json().catch(() => ({}))
    return { ok: answer.ok, said }
  }

  const messageOf = ({ refused }) =>
    ({
      'link-unknown': 'unknown',
      'link-expired': 'expired',
      'link-spent': 'spent',
      missing: 'missing',
      'holds-resident-number': 'number',
    })[refused] ?? 'failed'
  const ended = (message) => ['unknown', 'expired', 'spent'].includes(message)

  function takeToken() {
    token = location.hash.slice(1) || sessionStorage.getItem('link') || ''
    if (token) sessionStorage.setItem('link', token)
    history.replaceState(null, '', '/s')
  }

  function leave() {
    sessionStorage.removeItem('link')
    location.replace('about:blank')
  }

  function speak(to) {
    lang = to
    document.documentElement.lang = to
    for (const one of document.querySelectorAll('span[lang]')) one.hidden = one.lang !== to
    for (const one of document.querySelectorAll('[data-lang]'))
      one.setAttribute('aria-pressed', String(one.dataset.lang === to))
    if (!model) return
    model.locale = to
    // it would go on counting pages in the language before
    model.updateProgressText()
  }

  function saveSoon(after = saveAfter) {
    clearTimeout(saving)
    saving = setTimeout(save, after)
  }

  async function save() {
    if (sent) return
    try {
      const { ok, said } = await post('answers', { answers: model.data, page: model.currentPageNo })
      if (sent) return
      const message = ok ? 'saved' : messageOf(said)
      say(message)
      if (ended(message)) close()
    } catch {
      say('unsaved')
      saveSoon(tryAgainAfter)
    }
  }

  function close() {
    sent = true
    clearTimeout(saving)
    sessionStorage.removeItem('link')
    model?.dispose()
    place.replaceChildren()
  }

  async function send() {
    clearTimeout(saving)
    const seconds = Math.round((Date.now() - started) / 1000)
    const { ok, said } = await post('submission', { answers: model.data, seconds })
    if (ok) {
      close()
      say('')
      const thanks = document.getElementById('thanks')
      thanks.hidden = false
      thanks.focus()
      return
    }
    const message = messageOf(said)
    say(message)
    if (ended(message)) close()
    else if (said.field) model.getQuestionByName(said.field)?.focus(true)
  }

  function show({ definition, draft }) {
    // one of SurveyJS's own icons carries a style attribute, which the policy of this site does not let in
    const { icons } = Survey.SvgRegistry
    for (const name of Object.keys(icons)) icons[name] = icons[name].replace(/\sstyle="[^"]*"/g, '')
    Survey.surveyLocalization.defaultLocale = 'ko'
    // as shipped, page 1 of 2 reads "2 / 1"
    Survey.surveyLocalization.locales.ko.progressText = place.dataset.progress
    model = new Survey.Model({ ...definition, showCompletePage: false })
    model.locale = lang
    layRows()
    if (draft) {
      model.data = draft.answers
      model.currentPageNo = draft.page
    }
    model.onValueChanged.add(() => saveSoon())
    model.onCurrentPageChanged.add(() => saveSoon(0))
    model.onCompleting.add((_, options) => {
      // the answers stay on the page until the server has them
      options.allow = false
      send().catch(() => say('failed'))
    })
    say('')
    SurveyUI.renderSurvey(model, place)
  }

  /** Rows of choices stand in a table where all of it fits, else one below the other: no choice is out of sight. */
  function layRows() {
    model.widthMode = 'static'
    model.width = '960px'
    for (const question of model.getAllQuestions())
      if (question.getType() === 'matrix') question.displayMode = roomy.matches ? 'table' : 'list'
  }

  async function open() {
    takeToken()
    if (!token) return say('unknown')
    const { ok, said } = await post('opening', {})
    if (ok) return show(said)
    say(messageOf(said))
    if (ended(messageOf(said))) sessionStorage.removeItem('link')
  }

  function watchIdle() {
    let timer
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(leave, idleFor)
    }
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, again, { passive: true })
    again()
  }

  document.getElementById('leave').addEventListener('click', leave)
  for (const one of document.querySelectorAll('[data-lang]'))
    one.addEventListener('click', () => speak(one.dataset.lang))
  roomy.addEventListener('change', () => model && layRows())
  // a link opened in a tab that shows this page already
  addEventListener('hashchange', () => location.reload())
  watchIdle()
  open().catch(() => say('failed'))
})()
