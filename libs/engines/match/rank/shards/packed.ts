import type { FirstNumbers, Nearness } from '../context.js';

/** What is said of a firm that some look has put forward; ranks are 0 until those of all shards are known. */
export interface Completed {
  readonly numbers: FirstNumbers;
  readonly near: Nearness;
  readonly told: Nearness;
}

const WIDTH = 18;

/** Firms as one piece of numbers: hundreds of objects take longer to pass between threads than to work out. */
export function pack(firms: readonly Completed[]): Float64Array {
  const packed = new Float64Array(firms.length * WIDTH);
  for (const [each, { numbers, near, told }] of firms.entries()) {
    packed.set(
      [
        ...[numbers.words, numbers.feedback, numbers.vectors, numbers.told, numbers.labels],
        ...[numbers.wordsRank, numbers.feedbackRank, numbers.vectorsRank, numbers.toldRank, numbers.labelsRank],
        ...[near.name, near.label, near.statement, near.second],
        ...[told.name, told.label, told.statement, told.second],
      ],
      each * WIDTH,
    );
  }
  return packed;
}

export function unpack(packed: Float64Array): Completed[] {
  return Array.from({ length: packed.length / WIDTH }, (_, each) => {
    const at = (place: number) => packed[each * WIDTH + place]!;
    const nearness = (from: number): Nearness => ({
      ...{ name: at(from), label: at(from + 1), statement: at(from + 2), second: at(from + 3) },
    });
    return {
      numbers: {
        ...{ words: at(0), feedback: at(1), vectors: at(2), told: at(3), labels: at(4) },
        ...{ wordsRank: at(5), feedbackRank: at(6), vectorsRank: at(7), toldRank: at(8), labelsRank: at(9) },
      },
      near: nearness(10),
      told: nearness(14),
    };
  });
}
