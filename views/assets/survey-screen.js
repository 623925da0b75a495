/*
 * What the youth's page shows: one screen, one message, one language at a time. All words are on the page already, in
 * both languages. The parts of this page find each other in window.surveyPage.
 */
;(() => {
  const all = (what) => document.querySelectorAll(what)

  const screen = {
    lang: document.documentElement.lang,
    /** the screen that is shown; empty while nothing is */
    name: '',

    /** Shows one screen, from its top, and tells a screen reader of it. */
    show(name) {
      screen.name = name
      screen.say('')
      for (const one of all('[data-screen]')) one.hidden = one.dataset.screen !== name
      for (const one of all('[data-while]')) one.hidden = one.dataset.while !== name
      const shown = document.querySelector(`[data-screen="${name}"]`)
      scrollTo(0, 0)
      shown?.focus({ preventScroll: true })
      dispatchEvent(new Event('screenchange'))
    },

    /** Shows one message below, or none. */
    say(what) {
      for (const one of all('[data-say]')) one.hidden = one.dataset.say !== what
    },

    /** Shows or hides what went wrong with a field or on a screen, where it went wrong. */
    problem(id, isThere) {
      document.querySelector(`#${id} [data-problem]`).hidden = !isThere
    },

    speak(to) {
      screen.lang = to
      document.documentElement.lang = to
      for (const one of all('main span[lang], header span[lang], aside span[lang], dialog span[lang]'))
        one.hidden = one.lang !== to
      for (const one of all('[data-lang]')) one.setAttribute('aria-pressed', String(one.dataset.lang === to))
      dispatchEvent(new Event('langchange'))
    },

    /** On which page of how many somebody is. */
    progress(page, pages) {
      for (const one of all('#progress span')) {
        one.dataset.words ??= one.textContent
        one.textContent = one.dataset.words.replace('{page}', page).replace('{pages}', pages)
      }
      Object.assign(document.querySelector('#progress progress'), { max: pages, value: page })
    },

    /** When the survey can be answered: days of the same hours in one line. */
    hours(week = {}) {
      const lines = Object.entries(week)
        .filter(([, hours]) => hours)
        .reduce((lines, [day, { from, to }]) => {
          const last = lines.at(-1)
          if (last && last.to === Number(day) - 1 && last.hours === `${from}–${to}`) last.to = Number(day)
          else lines.push({ from: Number(day), to: Number(day), hours: `${from}–${to}` })
          return lines
        }, [])
      document.getElementById('hours').replaceChildren(...lines.map(lineOf))
    },
  }

  function lineOf({ from, to, hours }) {
    const line = document.createElement('li')
    for (const lang of ['ko', 'en']) {
      // 1 January 2024 was a Monday
      const dayOf = (day) =>
        new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
      const span = document.createElement('span')
      span.lang = lang
      span.hidden = lang !== screen.lang
      span.textContent = `${from === to ? dayOf(from) : `${dayOf(from)}–${dayOf(to)}`} ${hours}`
      line.append(span)
    }
    return line
  }

  for (const one of all('[data-lang]')) one.addEventListener('click', () => screen.speak(one.dataset.lang))

  // help is a sheet over the page: it goes when one turns to something else
  const help = document.querySelector('details.help')
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !help.open) return
    help.open = false
    help.querySelector('summary').focus()
  })
  addEventListener('pointerdown', ({ target }) => {
    if (!help.contains(target)) help.open = false
  })
  help.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !help.contains(relatedTarget)) help.open = false
  })

  screen.say('loading')
  window.surveyPage = { screen }
})()
