/** A document as a store keeps it, in no adapter's shape: what is carried from one adapter to another. */
export interface KeptDocument {
  readonly id: string;
  /** The document as JSON text. */
  readonly json: string;
  /** Causes that wrote it and are remembered, oldest first. */
  readonly causes: readonly string[];
  /** Removed: `json` is its last state, kept so that a repeat of what removed it answers `already`. */
  readonly removed: boolean;
}
