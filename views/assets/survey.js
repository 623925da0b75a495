/*
 * The youth's page, from the door to the thanks. On a phone the token comes in the fragment of the address, which no
 * server and no log sees; it leaves the address bar at once and stays in this tab until the survey is sent or left. On
 * the centre's tablet it comes for a number, and stays in memory alone.
 */
;(() => {
  const { screen, line, number, half } = window.surveyPage
  const isTablet = document.body.dataset.door === 'tablet'
  const on = (id, what) => document.getElementById(id).addEventListener('click', what)
  const ends = { 'link-unknown': 'unknown', 'link-expired': 'expired', 'link-spent': 'spent', 'link-locked': 'locked' }

  let token = ''
  let pin = ''
  let opened

  const key = () => ({ token, ...(pin && { pin }) })
  const waiting = (why) => screen.say(why === 'busy' ? 'busy' : 'waiting')

  function takeToken() {
    token = location.hash.slice(1) || sessionStorage.getItem('link') || ''
    if (token) sessionStorage.setItem('link', token)
    history.replaceState(null, '', '/s')
  }

  /** Nothing here leads to the survey any more. */
  function forget() {
    if (!isTablet) sessionStorage.removeItem('link')
    token = ''
    pin = ''
    opened = undefined
  }

  async function open() {
    half.over()
    screen.say('loading')
    const { ok, said } = await line.insist('/s/opening', key(), waiting)
    screen.say('')
    if (!ok) return turnedDown(said)
    opened = said
    document.querySelector('#start .first').hidden = said.draft !== undefined
    document.querySelector('#start .again').hidden = said.draft === undefined
    screen.show('start')
  }

  async function start() {
    screen.say('loading')
    await surveyJs()
    // it may have been left meanwhile
    if (opened) half.begin(opened, { ...key(), version: opened.version }, { sent, turnedDown })
  }

  /** It comes while the first screen is read; where the line broke meanwhile, it is fetched again. */
  async function surveyJs() {
    if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }))
    const parts = [...document.querySelectorAll('script[data-survey-js]')]
    while (!window.SurveyUI?.renderSurvey || !window.Survey?.surveyLocalization.locales.ko) {
      waiting('gone')
      await line.aWhile()
      for (const part of parts) await fetched(part.src)
    }
  }

  function fetched(src) {
    const part = Object.assign(document.createElement('script'), { src })
    document.head.append(part)
    return new Promise((done) => Object.assign(part, { onload: done, onerror: done }))
  }

  function sent() {
    forget()
    screen.show('thanks')
  }

  async function refuse() {
    const { ok, said } = await line.insist('/s/refusal', key(), waiting)
    screen.say('')
    if (!ok) return turnedDown(said)
    forget()
    screen.show('refused')
  }

  /** Why the house opens nothing or takes no more, in the words of a screen. */
  function turnedDown({ refused, hours }) {
    screen.say('')
    if (refused === 'survey-changed') return open()
    if (refused === 'pin-needed' || refused === 'pin-wrong') {
      screen.show('pin')
      return number.wrong('pin', refused === 'pin-wrong')
    }
    if (!ends[refused] && refused !== 'survey-closed-now') return screen.say('failed')
    half.over()
    if (ends[refused]) forget()
    else screen.hours(hours)
    screen.show(ends[refused] ?? 'closed')
  }

  number.take('pin', 6, (digits) => {
    pin = digits
    open()
  })
  number.take('code', 8, async (digits) => {
    const { ok, said } = await line.insist('/tablet/opening', { code: digits }, waiting)
    screen.say('')
    token = said.token ?? ''
    if (ok) open()
    else if (said.refused === 'code-unknown') number.wrong('code', true)
    else if (said.refused === 'signed-in') location.replace('/tablet')
    else turnedDown(said)
  })
  on('start', start)
  on('rather-not', () => screen.show('rather-not'))
  on('back', () => screen.show('start'))
  on('refuse', refuse)

  window.surveyPage.door = { isTablet, forget }

  if (!isTablet) takeToken()
  screen.say('')
  if (token) open()
  else screen.show(isTablet ? 'code' : 'none')
  document.getElementById('code')?.focus()
})()
