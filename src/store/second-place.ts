import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkpointFile, headFile, publicKeyFile } from './checkpoint.ts'
import { codeOf } from './disk.ts'

/** The folder, away from the data, in which checkpoints lie. */
export class SecondPlace {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Makes it, with the public key in it, if it is not there. */
  async prepare(publicKey: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    if ((await this.#text(publicKeyFile)) !== publicKey)
      await writeFile(join(this.folder, publicKeyFile), publicKey, { mode: 0o600 })
  }

  /** The lines of the list; what a sudden end tore at its end is not among them. */
  async lines(): Promise<string[]> {
    return (await this.#text(checkpointFile)).split('\n').slice(0, -1)
  }

  /** The newest checkpoint's line; undefined while there is none. */
  async head(): Promise<string | undefined> {
    return (await this.#text(headFile)).trimEnd() || undefined
  }

  async append(line: string): Promise<void> {
    const file = await open(join(this.folder, checkpointFile), 'a+', 0o600)
    try {
      const whole = await lengthOfWholeLines(file)
      await file.truncate(whole)
      await file.appendFile(`${line}\n`).catch(async (failure) => {
        await file.truncate(whole).catch(() => {})
        throw failure
      })
      await file.sync()
    } finally {
      await file.close()
    }
  }

  async replaceHead(line: string): Promise<void> {
    const path = join(this.folder, headFile)
    const file = await open(`${path}.tmp`, 'w', 0o600)
    try {
      await file.writeFile(`${line}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.tmp`, path)
  }

  #text(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8').catch((failure) => {
      if (codeOf(failure) === 'ENOENT') return ''
      throw failure
    })
  }
}

/** Half a line, left by a sudden end, must not stand before the next one. */
async function lengthOfWholeLines(file: Awaited<ReturnType<typeof open>>): Promise<number> {
  const { size } = await file.stat()
  const bytes = Buffer.alloc(Math.min(size, 4_096))
  await file.read(bytes, 0, bytes.length, size - bytes.length)
  return size - bytes.length + bytes.lastIndexOf(10) + 1
}
