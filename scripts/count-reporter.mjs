// Prints the counts of a run in the one form that .ci/run adds up.
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const broken = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed, ${skipped} skipped`);
  }
}
