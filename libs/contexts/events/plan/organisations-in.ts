import type { PlannedMeeting } from '#contracts/matchmaking';

/** Everybody who meets somebody. */
export const organisationsIn = (meetings: readonly Pick<PlannedMeeting, 'leaderId' | 'smeId'>[]): string[] => [
  ...new Set(meetings.flatMap(({ leaderId, smeId }) => [leaderId, smeId])),
];
