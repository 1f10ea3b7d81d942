/**
 * Copies what stands in an input and says whether it could. Most offices reach this page over plain http, where
 * browsers have no clipboard for pages: there the old command still copies what is selected.
 */
export async function copyFrom(input: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(input.value)
    return true
  } catch {
    input.select()
    return document.execCommand('copy')
  }
}
