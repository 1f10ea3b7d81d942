import fc from 'fast-check'

const uuid = '0190a6f0-0000-7000-8000-000000000001'

/** Inputs that are wrong for most types, or look right and are not. */
const list: unknown[] = [
  ...[null, undefined, true, Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1, 2 ** 31, -(2 ** 31), 1e308, 10n],
  ...['', ' ', '\0', 'a\0b', '\uD800', 'a\uDC00b', '\u200B', '\uFEFF\u200B', '\uFFFF', 'x'.repeat(20_000)],
  ...['2023-02-29', '2022-13-01', '0000-00-00', '9999-12-31', '22-10-31', '2022-10-31T00:00:00Z', 'asOf'],
  ...['1e5', '١٢', '12,5', '0x10', '-0', '-0.00', '99999999999999999.99', '.5', '1.', '1.234', 'NaN'],
  ...[uuid.toUpperCase(), `${uuid}\n`, `{${uuid}}`, uuid.replaceAll('-', '')],
  ...[[], {}, [[]], Array(3), [undefined], [null], [uuid, 1], [uuid, '\0'], Array(5_000).fill(uuid)],
  ...[() => 1, Symbol('x'), new Date(0), new Map(), Object.create(null), { toString: 1 }, { length: 2 }],
  ...[{ id: uuid, text: '\0' }, { id: null, text: '\uD800' }, { id: '', text: 'x' }, { id: [uuid] }],
  ...[
    { kind: 'day' },
    { kind: 'day', date: '2022-02-30' },
    { kind: 'text', text: '\uDFFF' },
    { kind: 'toString' },
  ],
  ...[
    { kind: 'text', date: '2022-10-01' },
    { kind: ['day'], date: '2022-10-01' },
    { kind: 'atOnce', date: 5 },
  ],
  ...['2022-10-31T24:00:00Z', '2022-02-30T00:00:00Z', '2022-10-31T09:05+99:99', '2022-00', '2022-Q5', '1E3'],
  ...[
    { amount: '1e5', unit: '千克' },
    { amount: 1, unit: '只' },
    { amount: '1', unit: ['只'] },
    { unit: '只' },
  ],
  ...[
    { register: 'organ', id: uuid },
    { register: 'toString', id: uuid },
    { register: 1, id: null, text: 'x' },
  ],
  ...[
    { point: { longitude: 200, latitude: 0, datum: 'WGS84' } },
    { point: [] },
    { address: '\0' },
    { point: 1 },
  ],
  ...[{ division: { id: uuid.slice(1) } }, { point: { longitude: 1e-9, latitude: '1', datum: 'BD09' } }],
  ...['〔〕', '第', '110101190001010', '11010120220230001X', '9199010!MA9000011P', '+86', '1'.repeat(61)],
  ...[JSON.parse('{"__proto__": {"id": "x"}}'), JSON.parse('{"kind": "day", "date": {"toString": 1}}')],
]

/** Any text at all: control characters, halves of surrogate pairs, digits of other scripts. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
const texts = fc.oneof(
  units.map((codes) => String.fromCharCode(...codes)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[-+,.0-9年月日元万亿()/ ]{0,12}$/),
)

const anything = fc.oneof(
  fc.anything({
    ...{ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true },
    ...{ withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true },
  }),
  texts,
  fc.record(
    {
      kind: fc.oneof(fc.constantFrom('day', 'atOnce', 'standing', 'text'), fc.anything()),
      date: fc.oneof(fc.constant('2022-10-01'), fc.anything()),
      id: fc.oneof(fc.constant(uuid), fc.anything()),
      text: fc.oneof(texts, fc.anything()),
    },
    { requiredKeys: [] },
  ),
)

/** Good inputs with one of their texts broken: a NUL or half a character put in. */
function spoilt(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const poison = fc.constantFrom('\0', '\uD800', '\uDC00', '\u0007', '\uFFFE', 'x'.repeat(500))
  return fc.tuple(good, poison, fc.nat()).map(([value, bad, at]) => spoil(value, bad, at))
}

function spoil(value: unknown, bad: string, at: number): unknown {
  if (typeof value === 'string') {
    const cut = at % (value.length + 1)
    return value.slice(0, cut) + bad + value.slice(cut)
  }
  if (Array.isArray(value)) return value.map((part) => spoil(part, bad, at))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'kind' ? part : spoil(part, bad, at)]),
  )
}

/** What a caller, a spreadsheet or an attacker may hand to a field. */
export const hostile = { list, anything, texts, spoilt }
