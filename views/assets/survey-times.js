/* How long each page of a survey was in sight: it says whether somebody had the time to read what they answered. */
;(() => {
  /** Goes on with what was counted before, on this device or another. */
  function timesOf(before) {
    const spent = { ...before }
    let name = ''
    let since = Date.now()

    const count = () => {
      const now = Date.now()
      if (name) spent[name] = (spent[name] ?? 0) + (now - since) / 1000
      since = now
    }
    const watch = () => {
      // out of sight nobody reads it
      if (document.hidden) count()
      since = Date.now()
    }
    document.addEventListener('visibilitychange', watch)

    return {
      /** a page comes into sight, and the one before goes out of it */
      turn(to) {
        count()
        name = to
      },
      /** whole seconds by page */
      all() {
        if (!document.hidden) count()
        return Object.fromEntries(Object.entries(spent).map(([page, seconds]) => [page, Math.round(seconds)]))
      },
      stop: () => document.removeEventListener('visibilitychange', watch),
    }
  }

  window.surveyPage.timesOf = timesOf
})()
