import type { Side } from '#contracts/engagement';
import type { Principal } from '#platform/access/access';

/** Who acts, for which side, and when; the rules are pure. */
export interface Act {
  readonly by: { readonly byId?: string; readonly byName: string; readonly side: Side };
  readonly at: string;
}

export const actOf = (caller: Principal, side: Side, at: string): Act => ({
  by: {
    ...(caller.personId ? { byId: caller.personId } : {}),
    byName: caller.personName ?? caller.organisation?.name ?? caller.role,
    side,
  },
  at,
});

export const SYSTEM: Act['by'] = { byName: '系统', side: 'system' };
