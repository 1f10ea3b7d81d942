const header = 'x-anzhi-pack'

/**
 * Calls with the version of the pack under which the page was made, and looks at that of each answer. When another
 * holds, `onChange` is called once: names and forms are to be read anew; what was made ready under the old one says so
 * when it is sent. The page is of the version in which it last read the pack, at `packAddress`.
 */
export function underPack(fetching: typeof fetch, packAddress: string, onChange: () => void): typeof fetch {
  let page: string | null = null
  let told: string | null = null
  return async (address, init = {}) => {
    const headers = { ...init.headers, ...(page === null ? {} : { [header]: page }) }
    const answer = await fetching(address, { ...init, headers })
    const version = answer.headers.get(header)
    if (version === null) return answer
    if (address === packAddress && answer.ok) page = version
    else if (page !== null && version !== page && version !== told) {
      told = version
      onChange()
    }
    return answer
  }
}
