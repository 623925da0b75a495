import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { Window } from 'happy-dom'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ownFile } from '../../src/own-file.ts'

const script = readFileSync(ownFile('views/assets/calendar.js'), 'utf8')
const page = `<a id="before" href="/b" aria-keyshortcuts="ArrowLeft">b</a><a id="now" href="/n" aria-keyshortcuts="t">n</a>
<input id="field"><select id="choice"></select><div id="keys" hidden><button type="button" aria-pressed="true">k</button></div>`

/** A calendar in a browser: what is followed when a key is pressed. */
function aCalendar(kept = new Map<string, string>()) {
  const { document, KeyboardEvent } = new Window({ url: 'https://saegil.test/calendar' })
  document.body.innerHTML = page
  const localStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  }
  runInNewContext(script, { document, localStorage })
  const followed: string[] = []
  document.addEventListener('click', (event) => {
    event.preventDefault()
    followed.push((event.target as unknown as { id: string }).id)
  })
  const press = (key: string, more: object = {}, on = 'body') => {
    followed.length = 0
    const event = new KeyboardEvent('keydown', {
      key,
      code: `Key${key.toUpperCase()}`,
      bubbles: true,
      cancelable: true,
      ...more,
    })
    document.querySelector(on)?.dispatchEvent(event)
    return followed.join()
  }
  return { document, press, button: document.querySelector('button') }
}

const test = suite('keys of the calendar')

test('follow the link that names them, on a Korean keyboard too', () => {
  const { press, document } = aCalendar()
  assert.equal(
    [press('ArrowLeft'), press('t'), press('T'), press('ㅅ', { code: 'KeyT' }), press('x')],
    ['before', 'now', 'now', 'now', ''],
  )
  assert.is(document.getElementById('keys')?.hasAttribute('hidden'), false)
})

test('do nothing while something is typed or chosen, or with another key that is the browser’s own', () => {
  const { press } = aCalendar()
  assert.equal([press('t', {}, '#field'), press('ArrowLeft', {}, '#choice')], ['', ''])
  for (const held of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'isComposing', 'repeat'])
    assert.is(press('ArrowLeft', { [held]: true }), '', held)
})

test('can be turned off, and stay so on this device', () => {
  const kept = new Map<string, string>()
  const { press, button } = aCalendar(kept)
  button?.click()
  assert.equal([button?.getAttribute('aria-pressed'), press('t')], ['false', ''])
  const later = aCalendar(kept)
  assert.equal([later.button?.getAttribute('aria-pressed'), later.press('t')], ['false', ''])
  later.button?.click()
  assert.is(later.press('t'), 'now')
})

test.run()
