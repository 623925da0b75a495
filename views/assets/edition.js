/* Takes the content of a file into the box, where it can be read and changed before it is sent. Without this script it is pasted. */
;(() => {
  const part = document.querySelector('.from-file')
  const box = document.getElementById('definition')
  const file = part?.querySelector('input')
  if (!part || !box || !file) return
  part.hidden = false
  file.addEventListener('change', async () => {
    const [chosen] = file.files
    const isTooLarge = chosen !== undefined && chosen.size > Number(file.dataset.most)
    part.querySelector('.problem').hidden = !isTooLarge
    if (chosen && !isTooLarge) box.value = await chosen.text()
    file.value = ''
  })
})()
