/** Rows of features in groups: the candidates of one query each. A group needs a relevant row. */
export interface BoostData {
  /** Row after row, `features` numbers each. */
  readonly rows: Float32Array;
  readonly features: number;
  /** Where each group begins, and at the end the number of rows. */
  readonly groups: Int32Array;
  /** 1 for a row that is right, else 0. */
  readonly relevant: Uint8Array;
  /** The logarithm of how many rows of its query a row stands for, where only some were drawn. */
  readonly drawn: Float32Array;
}
