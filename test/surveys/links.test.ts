import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf, isToken, newToken } from '../../src/people/token.ts'

const links = suite('survey links')

links('no two tokens are alike, and only the hash could be kept', () => {
  const tokens = Array.from({ length: 50 }, newToken)
  assert.is(new Set(tokens).size, 50)
  assert.ok(tokens.every(isToken))
  assert.not.equal(hashOf(tokens[0]!), tokens[0])
  assert.is(hashOf(tokens[0]!), hashOf(tokens[0]!))
})

links('anything else is no token', () => {
  for (const given of [undefined, null, 1, '', 'x', {}, ['x'], `${newToken()}x`]) assert.not(isToken(given))
})

links.run()
