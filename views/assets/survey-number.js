/* Numbers that are typed in: the one told by voice with a link, and the one for the centre's tablet, `1234 5678`. */
;(() => {
  const { screen } = window.surveyPage

  /** What happens with the number of a form once it is whole; the field does not keep it. */
  function take(id, length, whenTaken) {
    const field = document.getElementById(id)
    field?.addEventListener('input', () => {
      const digits = field.value.replace(/\D/g, '').slice(0, length)
      field.value = length === 8 ? digits.replace(/^(.{4})(.+)/, '$1 $2') : digits
    })
    field?.form.addEventListener('submit', (event) => {
      event.preventDefault()
      const { value } = field
      field.value = ''
      wrong(id, false)
      whenTaken(value)
    })
  }

  /** Says at the field that the number was wrong, or takes it back. */
  function wrong(id, isWrong) {
    const field = document.getElementById(id)
    screen.problem(`${id}-problem`, isWrong)
    field.setAttribute('aria-invalid', String(isWrong))
    field.focus()
  }

  window.surveyPage.number = { take, wrong }
})()
