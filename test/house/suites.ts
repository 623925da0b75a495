import { codeOf, type Finding, type Source } from './sources.ts'

const counted = (code: string, pattern: RegExp): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [, name = ''] of code.matchAll(pattern)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Every suite that uvu would silently skip, every test file without a test, and every test left alone by `.only`. */
export const silent = (sources: Source[]): Finding[] =>
  sources
    .filter(({ path }) => /^test\/.*\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const code = codeOf(text)
      const made = counted(code, /\b(?:const|let)\s+(\w+)\s*=\s*suite\b/g)
      if (/import\s*\{[^}]*\btest\b[^}]*\}\s*from\s*'uvu'/.test(code)) made.set('test', 1)
      const ran = counted(code, /\b(\w+)\.run\(\)/g)
      const never = [...made].filter(([name, times]) => (ran.get(name) ?? 0) < times)
      const alone = [...code.matchAll(/\b(\w+)\.only\(/g)].filter(([, name = '']) => made.has(name))
      // `(isThere ? test : test.skip)(…)` is one too, and so is what is done by a name that was given to that
      const skipping = [
        ...code.matchAll(/\bconst\s+(\w+)\s*=[^;\n]*\?\s*(?:(\w+)\.skip\s*:\s*\2|(\w+)\s*:\s*\3\.skip)\b/g),
      ]
      const also = skipping.flatMap(([, name = '', one, other]) => (made.has(one ?? other ?? '') ? [name] : []))
      const tests = [...made.keys(), ...also].some((name) => new RegExp(`\\b${name}\\)?\\(`).test(code))
      return [
        ...never.map(([name]) => `${path}: the suite ${name} does not end in .run()`),
        ...alone.map(([call]) => `${path}: ${call}…) leaves every other test out`),
        ...(path.endsWith('.test.ts') && !tests && !handsOn(code) ? [`${path}: holds no test`] : []),
      ]
    })

/** A test file may call a contract that another file beside it holds. */
const handsOn = (code: string): boolean => {
  const called = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*'\.[^']*'/g)].flatMap(([, names = '']) =>
    names.split(','),
  )
  return called.some((name) => new RegExp(`^${name.trim()}\\(`, 'm').test(code) && /contract/i.test(name))
}
