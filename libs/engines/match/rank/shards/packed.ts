import type { FirstNumbers, Nearness } from '../context.js';

/** What is said of a firm that some look has put forward; ranks are 0 until those of all shards are known. */
export interface Completed {
  readonly numbers: FirstNumbers;
  readonly near: Nearness;
}

const WIDTH = 12;

/** Firms as one piece of numbers: hundreds of objects take longer to pass between threads than to work out. */
export function pack(firms: readonly Completed[]): Float64Array {
  const packed = new Float64Array(firms.length * WIDTH);
  for (const [each, { numbers, near }] of firms.entries()) {
    packed.set(
      [
        ...[numbers.words, numbers.feedback, numbers.vectors, numbers.labels],
        ...[numbers.wordsRank, numbers.feedbackRank, numbers.vectorsRank, numbers.labelsRank],
        ...[near.name, near.label, near.statement, near.second],
      ],
      each * WIDTH,
    );
  }
  return packed;
}

export function unpack(packed: Float64Array): Completed[] {
  return Array.from({ length: packed.length / WIDTH }, (_, each) => {
    const at = (place: number) => packed[each * WIDTH + place]!;
    return {
      numbers: {
        ...{ words: at(0), feedback: at(1), vectors: at(2), labels: at(3) },
        ...{ wordsRank: at(4), feedbackRank: at(5), vectorsRank: at(6), labelsRank: at(7) },
      },
      near: { name: at(8), label: at(9), statement: at(10), second: at(11) },
    };
  });
}
