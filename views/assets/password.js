// Shows a password while it is chosen, for whoever wants to see what they typed.
for (const button of document.querySelectorAll('button[data-shows]')) {
  const field = document.getElementById(button.dataset.shows)
  button.hidden = false
  button.addEventListener('click', () => {
    const words = button.textContent
    button.textContent = button.dataset.other
    button.dataset.other = words
    field.type = field.type === 'password' ? 'text' : 'password'
    field.focus()
  })
}
