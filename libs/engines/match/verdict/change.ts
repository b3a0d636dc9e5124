/** Verbs of change; one character alone is often part of a property's name: 压降, 升程. */
const verb =
  '(?:降低|下降|减少|减小|缩短|压缩|缩减|缩小|提高|提升|上升|增加|增长|增大|扩大|扩充|扩|延长|拉长|改善|优化|改进|改|变|掉|跌|涨|降|升|减|增|缩|提)';

/** What stands between a former figure and the one that came in its place: 由52 dB(A)降到46 dB(A). */
const became = new RegExp(
  `^\\s*(?:逐步|大幅|显著|明显|进一步|成功|稳步|快速|又|再)*${verb}(?:到|至|为|成)\\s*(?:约|近|了)*\\s*$`,
);

/** Whether the words between two figures say that the second has taken the place of the first. */
export const hasBecome = (between: string): boolean => became.test(between);

/** The words that lead to a former figure, at the end of what stands before it. */
export const fromBefore = /(?:由|从|自)?(?:原先?|原来|以前|过去|此前|早期)?的?\s*$/;

const by =
  /(?<!新)(?:降低|下降|减少|减小|缩短|提高|提升|上升|增加|增长|增大|扩大|延长)(?:了|约|近|将近|超过?|逾|达|高达|至少|幅度?|\s)*$|\b(?:reduc|lower|decreas|increas|improv|rais|shorten|cut)[a-z]*\s(?:[a-z]+\s){0,4}by\s(?:about|over|more than|up to|at least|some|\s)*$/;

/** Whether what stands before a figure makes it a difference: 噪声降低6 dB(A) says nothing of how loud it is. */
export const isDifference = (before: string): boolean => by.test(before);

/** Whether a requirement asks for a difference: 能耗降低≥20 %. */
export const asksForDifference = (words: string): boolean =>
  /降低|下降|降耗|减少|减小|减重|减排|缩短|提高|提升|增加|增长|上升|节[能水电约省材]|改善|[降增涨]幅|reduc|lower|decreas|increas|improv|sav|growth/.test(
    words,
  );
