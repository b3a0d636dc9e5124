const day = String(24 * 3600 * 1000);

/** Single events may be this large, bytes of JSON. */
export const largestEvent = 8_000_000;

/**
 * Event topics keep the newest event of each key for ever. Older ones stay for a day at least, so that a group that was
 * away for less has heard every one of them.
 */
export const eventTopicSettings = {
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': day,
  'min.cleanable.dirty.ratio': '0.2',
  'segment.ms': day,
  'delete.retention.ms': day,
  'max.message.bytes': String(largestEvent + 500_000),
} as const;
