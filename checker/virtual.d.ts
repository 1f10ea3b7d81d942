declare module 'virtual:figures-vocabulary' {
  const entries: readonly {
    id: string
    kind: 'indicator' | 'slot'
    words: readonly string[]
    unit?: string
  }[]
  export default entries
}
