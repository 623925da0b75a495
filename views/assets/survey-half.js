/*
 * A survey while it is answered: kept on the server as it grows, also after the line was broken, until it is sent. On
 * the device nothing is kept.
 * Over 150 lines because keeping, sending and what the server says to either hang together.
 */
;(() => {
  const { screen, line, question, timesOf } = window.surveyPage
  const place = document.getElementById('survey')
  const saveAfter = 1500
  const saveAgainAfter = 5000
  const atQuestion = { missing: 'missing', 'holds-resident-number': 'number' }

  const half = {
    /** what SurveyJS makes of it; undefined before it begins and when it is over */
    model: undefined,
    /** whether an answer is on the page that the server may not have */
    isUnsaved: () => changes > kept,
    /** whether it could not be kept when that was last tried */
    isCutOff: false,
    begin,
    save,
    over,
    /** tells the server on the way out what it does not have yet */
    partWith: () => half.model && half.isUnsaved() && line.call('/s/answers', { ...key, ...answers() }),
  }

  let key = {}
  /** how often something was changed, and how much of that the server has */
  let changes = 0
  let kept = 0
  let then
  let times
  let timer
  let saving
  /** the page that was answered last, and the one where somebody asked for help */
  let answeredOn
  let helpOn

  /**
   * Goes on from what the server has. `opened` goes with whatever is said: token, number, version. Then the page shows
   * that it was `sent`, or why it was `turnedDown`.
   */
  function begin({ definition, draft, help }, opened, whatThen) {
    over()
    key = opened
    then = whatThen
    const model = question.modelOf({ definition, draft }, screen.lang, JSON.parse(place.dataset.words))
    half.model = model
    times = timesOf(draft?.pages)
    answeredOn = model.currentPage.name
    turned()
    watch(model)
    if (help) tell()
    question.draw(model, place)
    screen.say('')
    screen.show('survey')
    toTitle()
  }

  function watch(model) {
    model.onValueChanged.add(() => {
      answeredOn = model.currentPage.name
      changed(saveAfter)
    })
    model.onCurrentPageChanged.add(() => {
      turned()
      changed(0)
      if (helpOn) tell()
      dispatchEvent(new Event('screenchange'))
      scrollTo(0, 0)
      toTitle()
    })
    model.onCompleting.add((_, options) => {
      // the answers stay on the page until the server has them
      options.allow = false
      send()
    })
  }

  function turned() {
    const { currentPage, visiblePages } = half.model
    times.turn(currentPage.name)
    screen.progress(visiblePages.indexOf(currentPage) + 1, visiblePages.length)
  }

  /** A new page begins at its title, for the keyboard and for a screen reader. */
  function toTitle() {
    requestAnimationFrame(() => {
      const title = place.querySelector('.sd-page__title')
      title?.setAttribute('tabindex', '-1')
      title?.focus({ preventScroll: true })
    })
  }

  const answers = () => ({
    lang: screen.lang,
    answers: half.model.data,
    page: half.model.currentPageNo,
    pages: times.all(),
  })

  function changed(after) {
    changes += 1
    soon(after)
  }
  function soon(after) {
    clearTimeout(timer)
    timer = setTimeout(save, after)
  }
  addEventListener('online', () => half.isCutOff && soon(0))
  addEventListener('langchange', () => half.model && question.speak(half.model, screen.lang))

  /** Keeps what is answered so far. One at a time, so that an older half never comes after a newer one. */
  function save() {
    clearTimeout(timer)
    saving ??= saved().finally(() => {
      saving = undefined
    })
    return saving
  }

  async function saved() {
    const { model } = half
    if (!model || !half.isUnsaved()) return
    const [page, upTo] = [answeredOn, changes]
    const answer = await line.ask('/s/answers', { ...key, ...answers() })
    if (model !== half.model) return
    half.isCutOff = !answer || answer.said.refused === 'busy'
    if (half.isCutOff) {
      // out of sight it is said by the screen that is shown
      if (screen.name === 'survey') screen.say('unsaved')
      return soon(saveAgainAfter)
    }
    kept = upTo
    if (!answer.ok) return turnedDown(answer.said, false)
    if (half.isUnsaved()) soon(saveAfter)
    else screen.say('saved')
    if (answer.said.help) asked(page)
  }

  /** Whoever asks for help reads of it on the next page, not beside the question. */
  function asked(page) {
    helpOn ??= page
    if (half.model.currentPage.name !== helpOn) tell()
  }

  const tell = () => {
    document.getElementById('told').hidden = false
  }

  /** Sends all of it, and goes on trying until the server has answered. */
  async function send() {
    const { model } = half
    screen.say('')
    screen.show('sending')
    await saving
    clearTimeout(timer)
    const { page: _, ...whole } = answers()
    const seconds = Object.values(whole.pages).reduce((sum, one) => sum + one, 0)
    const broken = () => {
      half.isCutOff = true
      screen.problem('unsent', true)
    }
    const { ok, said } = await line.insist('/s/submission', { ...key, ...whole, seconds }, broken)
    screen.problem('unsent', false)
    if (model !== half.model) return
    if (!ok) return turnedDown(said, true)
    if (said.help) tell()
    over()
    then.sent()
  }

  /** What stands at a question is put right there; of the rest the page knows what to show. */
  function turnedDown(said, isSending) {
    if (!atQuestion[said.refused]) return then.turnedDown(said)
    if (isSending) screen.show('survey')
    screen.say(atQuestion[said.refused])
    // who is still answering is not led away
    if (isSending) half.model.getQuestionByName(said.field)?.focus(true)
  }

  function over() {
    clearTimeout(timer)
    times?.stop()
    Object.assign(half, { model: undefined, isCutOff: false })
    kept = changes
    helpOn = undefined
    place.replaceChildren()
  }

  window.surveyPage.half = half
})()
