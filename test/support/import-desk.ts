import { ask, ownPage, signedIn, tokenOf } from './asking.ts'
import type { TestHouse } from './house.ts'

/** A file as a browser sends it from the page of the import. */
export function upload(bytes: string | Uint8Array<ArrayBuffer>, name = 'table.csv', token?: string): FormData {
  const form = new FormData()
  if (token !== undefined) form.append('token', token)
  form.append('table', new File([bytes], name))
  return form
}

/** Brings a table as the lead Seo; where it leads to, or what the page says. */
export async function bring(
  house: TestHouse,
  bytes: string | Uint8Array<ArrayBuffer>,
  name?: string,
): Promise<{ status: number; to: string | null; text: string }> {
  await signedIn(house)
  const answer = await ask(house, 'seo', 'POST', '/report/import', {
    headers: { ...ownPage, 'X-Token': tokenOf('seo') },
    body: upload(bytes, name),
  })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}
