import type { Launch } from './settings.ts'
import { openEmbeddedStore } from './store/embedded.ts'
import { isEmptyStore } from './store/empty.ts'
import { keyBesideData } from './store/key-file.ts'
import type { Meter } from './store/meter.ts'
import type { Store } from './store/store.ts'
import { summaries } from './summaries.ts'
import type { Clock } from './time/clock.ts'
import { isLoopback, NotServed } from './ways.ts'

/** The store that was asked for: a folder on this machine, or a database that others may serve too. */
export async function storeFor(
  { data, keyFile, database, checkpoints }: Pick<Launch, 'data' | 'keyFile' | 'database' | 'checkpoints'>,
  how: { clock: Clock; patience?: number; meter?: Meter },
): Promise<Store> {
  const common = { keyFile, summaries, ...how, ...(checkpoints && { checkpoints }) }
  if (database) {
    // whoever needs none of it does not carry its weight
    const [{ connectTo }, { openPostgresStore }] = await Promise.all([
      import('./store/postgres/connect.ts'),
      import('./store/postgres.ts'),
    ])
    return openPostgresStore({ connect: connectTo(database), ...common })
  }
  return openEmbeddedStore({ dir: data, ...common }).catch(inASentence(data))
}

/** Looked at before anything is opened or made. */
export async function mustBeSafe(asked: Launch): Promise<void> {
  const { data, keyFile, database, demo } = asked
  if (database) return
  if (!demo && (await keyBesideData(data, keyFile)))
    throw new NotServed(
      `The key ${keyFile} lies beside the data: whoever copies that folder has both. Move it elsewhere and say where ` +
        'with KEY_FILE.',
    )
  if (isEmptyStore(data) && isReachedFromBeyond(asked)) throw notSetUp(data)
}

/** Nobody from beyond this machine may be the one who sets a centre up. */
export const notSetUp = (where: string) =>
  new NotServed(
    `No centre has been set up in ${where} yet. Do that on this machine first, without --host, --origin, --proxy and TLS.`,
  )

export const isReachedFromBeyond = ({ host, origin, tls, proxies }: Launch): boolean =>
  !isLoopback(host) || origin !== undefined || tls !== undefined || proxies.length > 0

/** A folder that cannot be used is a sentence as well. */
const inASentence =
  (data: string) =>
  (error: NodeJS.ErrnoException): never => {
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'ENOSPC'].includes(error.code ?? '')) throw error
    throw new NotServed(
      `${data} or its key cannot be used (${error.code}): name a folder with --data that is this account's own.`,
    )
  }
