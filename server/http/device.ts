// The first that fits: every browser also claims to be those it came after.
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\/(\d{1,4})/, 'WeChat'],
  [/DingTalk\/(\d{1,4})/, 'DingTalk'],
  [/QQBrowser\/(\d{1,4})/, 'QQBrowser'],
  [/(?:QihooBrowser|360SE|360EE)(?:\/(\d{1,4}))?/, '360'],
  [/Edg(?:e|A|iOS)?\/(\d{1,4})/, 'Edge'],
  [/(?:OPR|Opera)\/(\d{1,4})/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d{1,4})/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome|CriOS)\/(\d{1,4})/, 'Chrome'],
  [/Version\/(\d{1,4}).*Safari/, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Kylin/i, 'Kylin'],
  [/UOS/, 'UOS'],
  [/Linux|X11/, 'Linux'],
]

/** What a browser says it is (`Chrome 120 · Windows`), for its owner to know it again; null where it says nothing we know. */
export function deviceOf(userAgent: string | undefined): string | null {
  const said = (userAgent ?? '').slice(0, 500)
  const parts = [nameIn(said, browsers), nameIn(said, systems)].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' · ')
}

function nameIn(said: string, known: readonly [RegExp, string][]): string | undefined {
  for (const [pattern, name] of known) {
    const found = pattern.exec(said)
    if (found !== null) return found[1] === undefined ? name : `${name} ${found[1]}`
  }
  return undefined
}
