/** An option below another (`pressure/cylinder`) stands a little to the right of it. */
export function indented(option: string): { paddingInlineStart: number } {
  return { paddingInlineStart: (option.split('/').length - 1) * 16 }
}
