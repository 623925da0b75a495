import { draftOfImport } from '../../src/importing.ts'
import type { View } from '../../src/store/store.ts'
import { aRow, tableOf } from './import-rows.ts'
import { signed } from './samples.ts'

/** An import of which nothing is left to show, and a table of Seo's that has something wrong with it. */
export function saveImported(view: View): void {
  view.saveEntry('imports', { id: '2026-01', ...signed('seo'), file: 'table.csv', cases: [] })
  const [heads = [], ...rows] = tableOf([aRow({ birth_date: '' })])
  const table = [[...heads, '비고'], ...rows.map((row) => [...row, '2반'])]
  view.saveDraft(draftOfImport('seo', { file: 'old.csv', table, chosen: {} }, '2026-11-22T00:50:00.000Z'))
}
