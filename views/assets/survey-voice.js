/*
 * Reads a screen aloud, with a voice that lives on this device: what stands here goes to nobody else's server. Where
 * there is no such voice there is no button.
 */
;(() => {
  const { screen, question } = window.surveyPage
  const button = document.getElementById('listen')
  const mouth = window.speechSynthesis
  const readable = ['survey', 'start', 'rather-not', 'refused', 'thanks', 'closed']

  const voice = () =>
    mouth?.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(screen.lang))

  const isReading = () => button.getAttribute('aria-pressed') === 'true'

  function hush() {
    button.setAttribute('aria-pressed', 'false')
    mouth?.cancel()
  }

  /** What was read of a screen that is not there any more is not read on. */
  function changed() {
    if (isReading()) hush()
    button.hidden = !voice() || !readable.includes(screen.name)
  }

  /** Words of a screen of ours: headings, paragraphs and buttons, in the language that is shown. */
  const piecesOf = (name) =>
    [...document.querySelectorAll(`[data-screen="${name}"] :is(h2, p, dt, dd, li, button)`)]
      .filter((one) => one.offsetParent && !one.querySelector('button'))
      .map((one) => one.innerText.trim())
      .filter(Boolean)

  function read() {
    const pieces = screen.name === 'survey' ? question.piecesOf(window.surveyPage.half.model) : piecesOf(screen.name)
    const last = pieces.length - 1
    mouth.cancel()
    button.setAttribute('aria-pressed', 'true')
    for (const [at, piece] of pieces.entries()) {
      const said = new SpeechSynthesisUtterance(piece)
      Object.assign(said, { voice: voice(), lang: voice().lang, rate: 0.95 })
      // whoever listens is still there
      said.onstart = () => dispatchEvent(new Event('stillthere'))
      if (at === last) said.onend = () => isReading() && hush()
      mouth.speak(said)
    }
  }

  button.addEventListener('click', () => (isReading() ? hush() : read()))
  for (const kind of ['screenchange', 'langchange']) addEventListener(kind, changed)
  mouth?.addEventListener('voiceschanged', changed)
  addEventListener('pagehide', hush)

  window.surveyPage.voice = { hush }
})()
