import { existsSync, readFileSync } from 'node:fs'
import { readings, writings } from './asked.ts'
import { diskSteps } from './disk-step.ts'
import { measured } from './load.ts'
import type { Pools } from './pools.ts'
import type { Running } from './running.ts'
import type { Run } from './whole-run.ts'

/* What is not asked again and again: a report after a change, an export, a step of the disk. */

/** How often a report is asked for right after a change. */
export const reports = 9

export async function firstReport(server: Running, pools: Pools): Promise<Run['firstReport']> {
  const [{ accepted }, { report }] = [writings(pools), readings(pools, [])]
  if (!accepted || !report) return undefined
  const took: number[] = []
  let cpu = 0
  for (let nth = 0; nth < reports; nth++) {
    await measured(server, accepted, { connections: 1, amount: 1, from: pools.waiting.length - 1 - nth })
    const one = await measured(server, report, { connections: 1, amount: 1 })
    took.push(one.p50)
    cpu += one.cpu
  }
  took.sort((a, b) => a - b)
  return { took: took[Math.floor(reports / 2)] ?? 0, cpu: cpu / reports }
}

export async function exported(server: Running, pools: Pools): Promise<Run['exported']> {
  const { dataParts } = await import('../../src/report/data-set-shape.ts')
  const { formats } = await import('../../src/report/export.ts')
  const { headers, path: _, ...how } = writings(pools).accepted?.next(0) ?? { headers: {}, path: '' }
  const body = new URLSearchParams({ exportUse: 'programme', exportPurpose: 'bench' })
  for (const part of dataParts) body.append('exportParts', part)
  for (const format of formats) body.append('exportFormats', format)
  const began = performance.now()
  const sent = { ...how, headers, body: body.toString(), redirect: 'manual' as const }
  const to = (await fetch(`${server.url}/report/exports`, sent)).headers.get('Location')
  if (!to) throw new Error('no export was begun')
  for (;;) {
    const seen = await (await fetch(`${server.url}${to.split('?')[0]}/progress`, { headers })).text()
    if (seen.includes('/file/')) return { seconds: (performance.now() - began) / 1000, peak: server.memory().peak }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** As many bytes as the file of a case that was answered, and that of a day that was booked, have. */
export function diskOf(copy: string, { bookings }: Pools): Run['disk'] {
  const [one] = bookings
  const size = (path: string) => (existsSync(path) ? readFileSync(path).length : 0)
  const files = {
    submission: size(`${copy}/store/cases/${one?.number}.json`),
    booking: size(`${copy}/store/diary/${one?.on.slice(0, 7)}/${one?.on}.json`),
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const took = diskSteps(copy, bytes, 200)
      return [name, { bytes, p50: took[99] ?? 0, p99: took[197] ?? 0 }]
    }),
  )
}
