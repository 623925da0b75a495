import { aHouse, password } from './test/support/house.ts'
import { ask, asForm, ownPage, signedIn, tokenOf } from './test/support/asking.ts'
import { caseFileOf } from './test/support/samples.ts'
const house = await aHouse()
await signedIn(house)
// S24: log fails while signing in
const realLog = house.store.log.bind(house.store)
;(house.store as any).log = async () => { throw new Error('disk full') }
const r = await ask(house, undefined, 'POST', '/sign-in', { headers: { ...ownPage, ...asForm }, body: `email=han@example.test&password=${encodeURIComponent(password)}` })
console.log('sign-in with failing log:', r.status, r.headers.get('set-cookie'), r.headers.get('location'))
;(house.store as any).log = realLog
await house.close()
