/**
 * Whether a JSON text nests lists and objects deeper than `limit`. Read before it is parsed: everything that walks a
 * parsed body does so by recursion, and a body of brackets would exhaust the stack.
 */
export function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
