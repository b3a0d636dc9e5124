import { KIND } from './rank-index.js';

/** Where a firm has no line to compare; every likeness is greater. */
const NONE = -1;

/** The line of one kind that is nearest to the query. */
interface Nearest {
  /** Place among the firm's lines; -1 where it has none of the kind. */
  at: number;
  like: number;
  /** Sum of the likenesses of all lines of the kind, and how many they are. */
  sum: number;
  count: number;
}

const nobody = (): Nearest => ({ at: -1, like: NONE, sum: 0, count: 0 });

/** Mean likeness of the lines of the kind other than the nearest. */
const others = ({ sum, like, count }: Nearest) => (count > 1 ? (sum - like) / (count - 1) : NONE);

/** How far the nearest line goes beyond what the firm says elsewhere. */
const beyond = ({ at, like }: Nearest, backed: number) => (at < 0 ? NONE : like - Math.max(0, backed));

/**
 * How the lines of a firm stand by the one that is nearest to the query: whether a label is backed by statements and a
 * statement by labels, and whether further lines are near as well. A firm that says a thing once among many others is
 * another match than one all of whose lines say it. `kinds` and `likes` (to the query) are by line; `between` gives the
 * likeness of a line to each of the firm's.
 */
export function cohesion(
  kinds: ArrayLike<number>,
  likes: ArrayLike<number>,
  between: (line: number) => ArrayLike<number>,
): number[] {
  const label = nobody();
  const statement = nobody();
  let [first, second, third] = [NONE, NONE, NONE];
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] === KIND.name) continue;
    const like = likes[at]!;
    const nearest = kinds[at] === KIND.statement ? statement : label;
    nearest.sum += like;
    nearest.count += 1;
    if (like > nearest.like) {
      nearest.like = like;
      nearest.at = at;
    }
    if (like > first) [first, second, third] = [like, first, second];
    else if (like > second) [second, third] = [like, second];
    else if (like > third) third = like;
  }
  /** How near the nearest line of the other kind is to a line. */
  const backed = (line: Nearest, other: Nearest, statements: boolean): number => {
    let most = NONE;
    if (line.at < 0 || other.at < 0) return most;
    const near = between(line.at);
    for (let at = 0; at < kinds.length; at += 1) {
      if (kinds[at] === KIND.name || (kinds[at] === KIND.statement) !== statements) continue;
      most = Math.max(most, near[at]!);
    }
    return most;
  };
  const labelBacked = backed(label, statement, true);
  const statementBacked = backed(statement, label, false);
  return [
    ...[labelBacked, beyond(label, labelBacked), statementBacked, beyond(statement, statementBacked)],
    ...[second, third, others(label), others(statement), statement.count - label.count],
  ];
}
