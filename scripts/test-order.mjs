// The order in which Jest runs the suites: the longest first, so that the last ones do not run alone while a core is idle. A
// fresh clone has no times of earlier runs to go by.
import Sequencer from '@jest/test-sequencer';

/** From the longest; then all else of a kind, as Jest orders them itself. */
const FIRST = ['screens.e2e.js', 'access-matrix.e2e.js', '/stories.e2e.js', 'crash.e2e.js', '.e2e.js', '.int.js'];

const rank = ({ path }) => {
  const at = FIRST.findIndex((end) => path.endsWith(end));
  return at < 0 ? FIRST.length : at;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
