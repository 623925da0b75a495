/*
 * Every way out of the youth's page: at once by a button or by Esc three times, by itself when nobody is there any more,
 * and through the browser. Nothing is left to come back to; the tablet is at its number again.
 */
;(() => {
  const { screen, line, half, door } = window.surveyPage
  const escapesWithin = 2000
  const idleFor = (door.isTablet ? 2.5 : 30) * 60 * 1000
  /** on the tablet somebody is asked first whether they are there */
  const askedFor = 30
  const endFor = 60 * 1000
  const byId = (id) => document.getElementById(id)
  const asking = byId('idle')

  let isLeaving = false
  let idle
  let counting

  /** At once: what is not kept yet is told on the way. */
  function leave() {
    isLeaving = true
    half.partWith()
    half.over()
    door.forget()
    document.body.replaceChildren()
    document.title = ''
    location.replace(door.isTablet ? '/tablet' : 'about:blank')
  }

  /** Nobody is there any more: what they answered is out of sight, and is kept before the page goes. */
  async function timeOut() {
    if (asking.open) asking.close()
    if (half.model) screen.show('sending')
    await half.save()
    while (half.isUnsaved()) {
      screen.problem('unsent', true)
      await line.aWhile()
      await half.save()
    }
    leave()
  }

  function ask() {
    let left = askedFor
    byId('left').textContent = left
    counting = setInterval(() => {
      left -= 1
      byId('left').textContent = left
      if (left > 0) return
      clearInterval(counting)
      timeOut()
    }, 1000)
    asking.showModal()
  }

  const isEnd = () => document.querySelector(`[data-screen="${screen.name}"]`)?.hasAttribute('data-end')

  /** Somebody is there. What is being sent goes on until it is sent. */
  function still() {
    clearTimeout(idle)
    clearInterval(counting)
    if (asking.open) asking.close()
    if (screen.name === 'sending' || screen.name === 'code') return
    if (!door.isTablet) idle = setTimeout(timeOut, idleFor)
    else idle = isEnd() ? setTimeout(leave, endFor) : setTimeout(ask, idleFor)
  }

  let escapes = []
  addEventListener('keydown', ({ key, timeStamp }) => {
    escapes = key === 'Escape' ? [...escapes.filter((at) => timeStamp - at < escapesWithin), timeStamp] : []
    if (escapes.length === 3) leave()
  })
  byId('leave').addEventListener('click', leave)
  byId('stay').addEventListener('click', still)
  asking.addEventListener('cancel', still)
  for (const one of document.querySelectorAll('.finish')) one.addEventListener('click', leave)
  for (const kind of ['pointerdown', 'keydown', 'scroll', 'screenchange', 'stillthere'])
    addEventListener(kind, still, { passive: true })

  addEventListener('beforeunload', (event) => {
    if (half.isCutOff && !isLeaving) event.preventDefault()
  })
  addEventListener('pagehide', () => {
    half.partWith()
    if (door.isTablet) document.body.replaceChildren()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(door.isTablet ? '/tablet' : '/s')
  })
  // gone from the screen, and whatever was typed since is told at once
  document.addEventListener('visibilitychange', () => document.hidden && half.partWith())
  // a link opened in a tab that shows this page already
  if (!door.isTablet) addEventListener('hashchange', () => location.reload())
  still()
})()
