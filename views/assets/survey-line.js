/*
 * What the youth's page says to the house and hears from it. Where the line is broken, or the house does not answer,
 * there is no answer: whoever asked tries again.
 */
;(() => {
  const patience = 20_000
  const tryAgainAfter = 5000
  const meta = document.querySelector('meta[name=token]')

  const post = (path, body, more) =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Token': meta.content },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      ...more,
    })

  /** The page's own token has grown old when somebody signed in or out in another tab: a new one, without a new page. */
  async function renew() {
    const page = await (await fetch(location.pathname, { signal: AbortSignal.timeout?.(patience) })).text()
    meta.content = /name="token" content="([\w-]+)"/.exec(page)?.[1] ?? meta.content
  }

  async function heard(path, body) {
    const answer = await post(path, body, { signal: AbortSignal.timeout?.(patience) })
    const said = await answer.json().catch(() => ({}))
    if (answer.status >= 500) return undefined
    return { ok: answer.ok, said: answer.status === 429 ? { refused: 'busy' } : said, status: answer.status }
  }

  /** Asks once: `{ ok, said }`, or undefined when nobody answered. */
  async function ask(path, body) {
    try {
      const answer = await heard(path, body)
      if (answer?.status !== 403 || answer.said.refused) return answer
      await renew()
      return await heard(path, body)
    } catch {
      return undefined
    }
  }

  /** Resolves when the line is back, or after a while in any case. */
  const aWhile = () =>
    new Promise((resolve) => {
      addEventListener('online', resolve, { once: true })
      setTimeout(resolve, tryAgainAfter)
    })

  /** Asks until there is an answer; `broken` hears of each time that there was none. */
  async function insist(path, body, broken) {
    for (;;) {
      const answer = await ask(path, body)
      if (answer && answer.said.refused !== 'busy') return answer
      broken(answer ? 'busy' : 'gone')
      await aWhile()
    }
  }

  /** Says something on the way out: it goes on when the page is gone. */
  const call = (path, body) => void post(path, body, { keepalive: true }).catch(() => undefined)

  window.surveyPage.line = { ask, insist, call, aWhile }
})()
