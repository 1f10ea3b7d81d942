import type { Reader } from '@anzhi/ui/reader'

/** Roles by their words, one after the other. */
export function rolesInWords(
  roles: readonly string[],
  { language, word }: Pick<Reader, 'language' | 'word'>,
): string {
  return roles.map((role) => word(`role.${role}`)).join(language === 'zh' ? '、' : ', ')
}
