const browsers: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bWhale\//, 'Whale'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * A coarse name for where somebody signed in, `Chrome, Windows`: enough to know one's own device in a list, and no
 * more, so that nothing a stranger sent is kept.
 */
export function deviceOf(agent = ''): string | undefined {
  const named = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent.slice(0, 500)))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || undefined
}
