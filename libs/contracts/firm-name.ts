const OPENING = /[[{〔【〖〈《「『<]/gu;
const CLOSING = /[\]}〕】〗〉》」』>]/gu;

/**
 * Normal form of a firm's name for finding the same firm written in another way: full and half width, brackets, spaces,
 * punctuation and case do not count, 有限责任公司 is 有限公司. 股份有限公司 stays another form, traditional and
 * simplified characters stay apart, as do all other words. Equal keys are a hint, not proof: the credit code is.
 */
export function firmNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(/(?![()])[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .toUpperCase()
    .replaceAll('有限责任公司', '有限公司');
}
