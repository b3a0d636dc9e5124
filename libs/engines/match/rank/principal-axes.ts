import { randomOf } from '../../random.js';

/** Times the axes are turned: enough for all but those that hardly differ from the next. */
const ROUNDS = 30;

/**
 * Turns vectors of `width` numbers, one after the other, onto the `count` axes along which they differ most: less their mean,
 * and each of length 1. The axes are found by orthogonal iteration.
 */
export function onPrincipalAxes(vectors: Float32Array, width: number, count: number): Float32Array {
  const rows = vectors.length / width;
  const mean = new Float64Array(width);
  for (let at = 0; at < vectors.length; at += 1) mean[at % width]! += vectors[at]! / rows;
  const axes = axesOf(covariance(vectors, mean), width, Math.min(count, width));
  const turned = new Float32Array(rows * count);
  const centred = new Float64Array(width);
  for (let row = 0; row < rows; row += 1) {
    for (let at = 0; at < width; at += 1) centred[at] = vectors[row * width + at]! - mean[at]!;
    let squares = 1e-12;
    for (const [axis, along] of axes.entries()) {
      const value = dot(along, centred);
      turned[row * count + axis] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let axis = 0; axis < count; axis += 1) turned[row * count + axis]! /= length;
  }
  return turned;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

/** Row after row. */
function covariance(vectors: Float32Array, mean: Float64Array): Float64Array[] {
  const width = mean.length;
  const matrix = Array.from({ length: width }, () => new Float64Array(width));
  const centred = new Float64Array(width);
  for (let from = 0; from < vectors.length; from += width) {
    for (let at = 0; at < width; at += 1) centred[at] = vectors[from + at]! - mean[at]!;
    for (let row = 0; row < width; row += 1) {
      const into = matrix[row]!;
      const factor = centred[row]!;
      for (let at = row; at < width; at += 1) into[at]! += factor * centred[at]!;
    }
  }
  for (let row = 0; row < width; row += 1) for (let at = 0; at < row; at += 1) matrix[row]![at] = matrix[at]![row]!;
  return matrix;
}

function axesOf(matrix: readonly Float64Array[], width: number, count: number): Float64Array[] {
  const random = randomOf(1);
  let axes = Array.from({ length: count }, () => Float64Array.from({ length: width }, () => random() - 0.5));
  for (let round = 0; round < ROUNDS; round += 1) {
    axes = axes.map((axis) => Float64Array.from(matrix, (row) => dot(row, axis)));
    orthogonalise(axes);
  }
  return axes;
}

/** Gram–Schmidt, each by those before it. */
function orthogonalise(axes: readonly Float64Array[]): void {
  for (const [at, axis] of axes.entries()) {
    for (let before = 0; before < at; before += 1) {
      const along = dot(axis, axes[before]!);
      for (let each = 0; each < axis.length; each += 1) axis[each]! -= along * axes[before]![each]!;
    }
    const length = Math.sqrt(dot(axis, axis)) || 1;
    for (let each = 0; each < axis.length; each += 1) axis[each]! /= length;
  }
}
