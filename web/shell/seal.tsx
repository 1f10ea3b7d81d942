/** The mark: the character 安 in a seal, drawn, so that no font is needed. */
export function Seal({ size = 26 }: { size?: number }) {
  return <img src="/seal.svg" width={size} height={size} alt="" />
}
