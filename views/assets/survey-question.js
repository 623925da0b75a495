/*
 * Questions on the screen: SurveyJS draws them, and here it is told how. Also for whoever looks at a survey before it
 * is published.
 */
;(() => {
  const roomy = matchMedia('(min-width: 1000px)')

  /** SurveyJS with our words and without what the policy of this site does not let in. */
  function prepare(words) {
    const { SvgRegistry, settings, surveyLocalization } = window.Survey
    // one of its own icons carries a style attribute
    for (const name of Object.keys(SvgRegistry.icons))
      SvgRegistry.icons[name] = SvgRegistry.icons[name].replace(/\sstyle="[^"]*"/g, '')
    Object.assign(settings.titleTags, { page: 'h2', question: 'h3' })
    surveyLocalization.defaultLocale = 'ko'
    for (const lang of ['ko', 'en']) Object.assign(surveyLocalization.locales[lang], words[lang])
  }

  const matricesOf = (model) => model.getAllQuestions().filter((question) => question.getType() === 'matrix')

  /** Rows of choices stand in a table where all of it fits, else one below the other: no choice is out of sight. */
  function layRows(model) {
    for (const question of matricesOf(model)) question.displayMode = roomy.matches ? 'table' : 'list'
  }

  /** A survey ready to be shown, with what was answered before. */
  function modelOf({ definition, draft }, lang, words) {
    prepare(words)
    // every question can be declined: none is marked as one that must be answered
    const ours = {
      showCompletePage: false,
      showProgressBar: false,
      requiredMark: '',
      widthMode: 'static',
      width: '960px',
    }
    const model = new window.Survey.Model({ ...definition, ...ours })
    model.locale = lang
    // it would say the same thing twice
    for (const question of matricesOf(model)) question.isRequired &&= !question.eachRowRequired
    layRows(model)
    roomy.addEventListener('change', () => layRows(model))
    if (draft) {
      model.data = draft.answers
      model.currentPageNo = draft.page
    }
    return model
  }

  /** Shows it in a place of the page, on ground of its own: what was drawn before on the same would not go. */
  function draw(model, place) {
    const ground = document.createElement('div')
    place.replaceChildren(ground)
    window.SurveyUI.renderSurvey(model, ground)
    nameLanguage(model)
  }

  function speak(model, lang) {
    model.locale = lang
    nameLanguage(model)
  }

  /** SurveyJS calls its default language English, whichever it is; a voice would read Korean with English sounds. */
  const nameLanguage = (model) => document.querySelector('#survey [lang]')?.setAttribute('lang', model.locale || 'ko')

  /** All that stands on the page that is shown, piece by piece, as one would read it to somebody. */
  function piecesOf(model) {
    const { currentPage: page } = model
    const asked = page.questions
      .filter((question) => question.isVisible)
      .flatMap((question) => {
        const rows = question.visibleRows ?? []
        const offered = question.visibleColumns ?? question.visibleChoices ?? []
        return [question.processedTitle, ...rows.map(({ text }) => text), ...offered.map(({ text }) => text)]
      })
    return [page.processedTitle, page.description, ...asked].filter(Boolean)
  }

  window.surveyPage ??= {}
  window.surveyPage.question = { modelOf, speak, draw, piecesOf }
})()
