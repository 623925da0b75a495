import type { Reader } from '../store/store.ts'
import { type Shelf, shelfOf } from '../surveys/shelf.ts'

/** Every published version of every survey: what came with the programme, and what the centre added. */
export const shelfIn = async (from: Reader): Promise<Shelf> => shelfOf(await from.entries('editions'))
