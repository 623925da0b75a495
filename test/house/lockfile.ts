import type { Finding } from './sources.ts'

interface Locked {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Packages that the lockfile needs and does not hold: `npm ci` refuses such a file, on this machine or on another. */
export function notLocked(packages: Record<string, Locked>): Finding[] {
  const held = (from: string, name: string): boolean => {
    const above = from.split('/node_modules/').map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'))
    return [...above.map((path) => `${path}/node_modules/${name}`), `node_modules/${name}`].some(
      (path) => path in packages,
    )
  }
  return Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !held(from, name))
      .map((name) => `${from || 'package.json'} needs ${name}, which is not in the lockfile`),
  )
}

/** Versions that would be another tomorrow. */
export const notExact = (versions: Record<string, string>): Finding[] =>
  Object.entries(versions)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version}: pin an exact version`)
