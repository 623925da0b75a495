/* A survey as a youth would see it. What is answered here goes nowhere: this page asks the server for nothing. */
;(() => {
  const { modelOf, speak, draw } = window.surveyPage.question
  const place = document.getElementById('survey')
  const { definition, words } = place.dataset
  const model = modelOf({ definition: JSON.parse(definition) }, document.documentElement.lang, JSON.parse(words))

  for (const one of document.querySelectorAll('[data-lang]'))
    one.addEventListener('click', () => {
      document.documentElement.lang = one.dataset.lang
      for (const other of document.querySelectorAll('[data-lang]'))
        other.setAttribute('aria-pressed', String(other === one))
      speak(model, one.dataset.lang)
    })

  model.onCompleting.add((_, options) => {
    options.allow = false
    place.hidden = true
    const end = document.getElementById('end')
    end.hidden = false
    end.focus()
  })
  draw(model, place)
})()
