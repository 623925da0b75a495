// The code of the set-up stands in the fragment of its address, which no server sees and no log keeps. It goes into its
// field, and out of the address bar.
const code = location.hash.slice(1)
const field = document.getElementById('setUpCode')
if (code && field && field.value === '') field.value = code
history.replaceState(null, '', location.pathname)
