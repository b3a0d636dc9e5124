/** What the model looks at, in the order of a row. */
export const featureNames = [
  ...['words', 'wordsShare', 'wordsRank', 'feedback', 'feedbackShare', 'feedbackRank'],
  ...['vector', 'vectorShare', 'vectorRank', 'labelFirms', 'labelFirmsRank', 'firstStage', 'firstStageRank'],
  ...['vectorName', 'vectorLabel', 'vectorStatement', 'vectorLine', 'vectorLineShare'],
  ...['leaders', 'manyLeaders', 'leadersMean', 'leadersNearest', 'labelShared'],
  ...['labelBacked', 'labelBeyond', 'statementBacked', 'statementBeyond'],
  ...['secondLine', 'thirdLine', 'otherLabels', 'otherStatements', 'statementsLessLabels'],
  ...['nameWords', 'namePairs', 'nameCovers', 'nameCovered'],
  ...['labelWords', 'labelPairs', 'labelCovers', 'labelCovered'],
  ...['statementWords', 'statementPairs', 'statementCovers', 'statementCovered'],
  ...['firmWords', 'firmWordsShare', 'firmPairs', 'firmPairsShare', 'lineWords', 'lineWordsShare'],
  ...['linePairs', 'linePairsShare', 'statementLine', 'statementLineShare', 'led', 'ledShare'],
  ...['coverWords', 'coverPairs', 'coverRare', 'runLine', 'runName', 'runShare', 'head'],
  ...['missing', 'telling', 'feedbackCover', 'feedbackLine', 'sameEnd', 'sameBegin', 'sameForm'],
  ...['lines', 'statements', 'domains', 'industries', 'nameLength', 'firmLength'],
  ...['askedWords', 'askedLength', 'askedBest', 'askedLead', 'askedVectorBest', 'askedLabelBest', 'askedRarest'],
  ...['asksSector', 'asksPatent'],
] as const;

/** Features that are also told as a share of the best candidate's, in the column after their own. */
const shared = (
  ['vectorLine', 'firmWords', 'firmPairs', 'lineWords', 'linePairs', 'statementLine', 'led'] as const
).map((name) => featureNames.indexOf(name));

/** Fills the columns of shares: the best is sought among the first so many rows, the candidates. */
export function tellShares(rows: Float32Array, candidates: number): void {
  const width = featureNames.length;
  for (const column of shared) {
    let best = 1e-9;
    for (let at = column; at < candidates * width; at += width) best = Math.max(best, rows[at]!);
    for (let at = column; at < rows.length; at += width) rows[at + 1] = rows[at]! / best;
  }
}
