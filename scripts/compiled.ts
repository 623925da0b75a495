import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'

const compiler = 'node_modules/typescript/bin/tsc'
const settings = ['--noEmit', 'false', '--noCheck', '--rewriteRelativeImportExtensions', '--rootDir', '.']

/**
 * Compiles everything once for all processes that a run of the tests starts: each that compiles what it imports for
 * itself pays more than a second of work. Each file lies as it lies among the sources, `.js` in place of `.ts`. Types
 * are not checked: `npm run check` does that. Answers the folder, which goes with this process's end; throws what the
 * compiler says when it cannot.
 */
export function compiled(): string {
  mkdirSync('dist', { recursive: true })
  const folder = mkdtempSync('dist/test-')
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const args = [compiler, ...settings, '--outDir', folder]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the tests do not compile:\n${stdout}`)
  return folder
}
