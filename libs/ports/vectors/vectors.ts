/**
 * Turns texts into vectors that lie near each other where the texts mean much the same, by a model outside the product.
 * None is there unless an operator names one.
 */
export abstract class Vectors {
  /** Which model makes the vectors: those of two models cannot be compared. */
  abstract readonly model: string;

  /** Most texts that {@link of} takes at once. */
  abstract readonly most: number;

  /**
   * A vector of length 1 for each text, in their order, all of the same dimensions. Throws {@link Unavailable} when the model does not
   * answer now, and another error when it refuses these texts or what it answers is no list of vectors.
   */
  abstract of(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
