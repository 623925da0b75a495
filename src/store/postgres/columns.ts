import type { CaseFile } from '../../casefile/casefile.ts'
import type { Row } from '../../casefile/row.ts'
import { foldedName } from '../fitting.ts'
import type { Vault } from './vault.ts'

/** What lists choose and sort by, of a case: its row without whatever names the youth. */
export function columnsOf(row: Row, vault: Vault): Record<string, unknown> {
  const { apart, keeping } = row
  return {
    referred_on: row.referredOn,
    stage: row.stage,
    referred_by: row.referredBy ?? null,
    counsellor_id: row.counsellorId ?? null,
    name_mark: vault.mark('cases', 'name', foldedName(row.name)),
    decision_mark: row.decision === undefined ? null : vault.mark('cases', 'decision', row.decision),
    restricted_to: row.restrictedTo ?? null,
    openings: JSON.stringify(row.openings ?? []),
    covers: JSON.stringify(row.covers ?? []),
    apart_cases: apart?.cases ?? [],
    apart_schools: apart?.schools ?? [],
    follow_ups: (row.followUps ?? []).map(({ dueOn }) => dueOn),
    keeping_rule: keeping?.rule ?? null,
    keeping_since: keeping?.since ?? null,
  }
}

/** A case as it is written: its three sealed parts, and its columns. `body` is absent where only its sessions changed. */
export async function caseColumns(
  number: string,
  key: Uint8Array,
  { body, row, facts }: { body?: CaseFile; row: Row; facts: string },
  vault: Vault,
): Promise<Record<string, unknown>> {
  return {
    ...(body && { body: await vault.seal(`cases/${number}.json`, body, key) }),
    row: await vault.seal(`row/${number}`, row, key),
    facts: await vault.seal(`facts/${number}`, JSON.parse(facts), key),
    ...columnsOf(row, vault),
  }
}
