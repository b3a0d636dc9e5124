import type { MatchmakingChange } from '#contracts/matchmaking';
import type { Principal } from '#platform/access/access';

/** Who acts and when; the rules of this context are pure. */
export interface Act {
  readonly by: Pick<Principal, 'personId' | 'personName' | 'organisation' | 'role'>;
  readonly at: string;
}

/** A step as the history tells it. */
export function changeOf({ by, at }: Act, action: string, note?: string): MatchmakingChange {
  return {
    at,
    ...(by.personId ? { byId: by.personId } : {}),
    byName: by.personName ?? by.organisation?.name ?? by.role,
    action,
    ...(note ? { note } : {}),
  };
}
