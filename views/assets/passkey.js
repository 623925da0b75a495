// Passkeys: the browser asks for one when the button is pressed, and its answer goes with the form. Where it knows none,
// the form stays hidden and the other way is there.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const isNew = form.dataset.passkey === 'create'
  const read = isNew ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'
  if (typeof window.PublicKeyCredential?.[read] !== 'function') continue
  form.hidden = false
  for (const other of document.querySelectorAll('[data-without-passkeys]')) other.hidden = true
  const failed = form.querySelector('.problem[role=alert]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    failed.hidden = true
    const asked = { publicKey: PublicKeyCredential[read](JSON.parse(form.dataset.options)) }
    try {
      const credential = await (isNew ? navigator.credentials.create(asked) : navigator.credentials.get(asked))
      form.elements.assertion.value = JSON.stringify(credential.toJSON())
      form.submit()
    } catch {
      failed.hidden = false
    }
  })
}
