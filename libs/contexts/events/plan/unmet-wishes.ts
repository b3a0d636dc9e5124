import type { Plan, Registration } from '../events.store.js';
import { pairKey } from '../scheduling/instance.js';
import { organisationsIn } from './organisations-in.js';
import type { UnmetWishesView } from './plan.dto.js';

type Unmet = UnmetWishesView['items'][number];

const MOST = 200;
const WORTH: Readonly<Record<string, number>> = { must: 3, would: 1, no: -9 };

const worthOf = ({ leaderWish = '', smeWish = '' }: Unmet) => (WORTH[leaderWish] ?? 0) + (WORTH[smeWish] ?? 0);

/** The strongest that one organisation says of another, whatever demand it is about; a refusal of the whole counts most. */
function wishOf({ wishes }: Registration, organisationId: string): string | undefined {
  const said = wishes.filter((one) => one.organisationId === organisationId);
  if (said.some(({ wish, demandId }) => wish === 'no' && demandId === undefined)) return 'no';
  return ['must', 'would'].find((wish) => said.some((one) => one.wish === wish));
}

/** Who must or would meet somebody and does not, those that are wished most first; nobody who refuses or blocks the other; and who meets nobody. Pure. */
export function unmetWishes(registrations: readonly Registration[], plan: Plan): UnmetWishesView {
  const there = new Map(registrations.map((one) => [one.organisationId, one]));
  const met = new Set(plan.meetings.map(({ leaderId, smeId }) => pairKey(leaderId, smeId)));
  const found = new Map<string, Unmet>();
  for (const one of registrations)
    for (const { organisationId, wish } of one.wishes) {
      const other = there.get(organisationId);
      if (!other || wish === 'no') continue;
      const [leader, sme] = one.side === 'leader' ? [one, other] : [other, one];
      const key = pairKey(leader.organisationId, sme.organisationId);
      if (met.has(key) || found.has(key) || areApart(leader, sme)) continue;
      found.set(key, unmet(leader, sme));
    }
  const wished = [...found.values()].filter((one) => worthOf(one) > 0);
  const inOrder = wished.sort((a, b) => worthOf(b) - worthOf(a) || (a.leaderName < b.leaderName ? -1 : 1));
  const busy = new Set(organisationsIn(plan.meetings));
  const without = registrations
    .filter(({ organisationId }) => !busy.has(organisationId))
    .map(({ organisationId, organisationName: name }) => ({ organisationId, name }));
  return { total: inOrder.length, items: inOrder.slice(0, MOST), without };
}

const areApart = (leader: Registration, sme: Registration): boolean =>
  leader.blocked.includes(sme.organisationId) || sme.blocked.includes(leader.organisationId);

function unmet(leader: Registration, sme: Registration): Unmet {
  const [leaderWish, smeWish] = [wishOf(leader, sme.organisationId), wishOf(sme, leader.organisationId)];
  return {
    ...{ leaderId: leader.organisationId, leaderName: leader.organisationName },
    ...{ smeId: sme.organisationId, smeName: sme.organisationName },
    ...(leaderWish ? { leaderWish } : {}),
    ...(smeWish ? { smeWish } : {}),
  };
}
