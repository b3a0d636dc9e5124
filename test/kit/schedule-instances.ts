import { randomOf } from '#engines/random';
import { checkInstance } from '#engines/schedule/check-instance';
import type { Instance, Pair, Party } from '#engines/schedule/types';

export interface InstanceShape {
  readonly leaders: number;
  readonly smes: number;
  readonly slots: number;
  readonly tables: number | null;
  /** Share of all leader × SME pairs that are listed. */
  readonly density: number;
  /** Share of slots in which a party is not there. */
  readonly absent: number;
  /** Share of pairs that must meet. */
  readonly must: number;
  /** The most meetings of an SME; each has from 1 to that many. */
  readonly most?: number;
  readonly capacity?: number;
  /** The highest minimum of meetings of an SME. */
  readonly least?: number;
}

/** A made-up event of the given shape, the same for the same seed. */
export function makeInstance(shape: InstanceShape, seed: number): Instance {
  const random = randomOf(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const slots = Array.from({ length: shape.slots }, (_, slot) => slot);
  const away = () => slots.filter(() => random() < shape.absent);
  const leaders = Array.from({ length: shape.leaders }, (_, at): Party => {
    const capacity = random() < 0.15 ? (shape.capacity ?? 2) : 1;
    return { id: `L${at}`, side: 'leader', capacity, maxMeetings: 2 * shape.slots, unavailable: away() };
  });
  const smes = Array.from({ length: shape.smes }, (_, at): Party => {
    const maxMeetings = 1 + upTo(Math.min(shape.slots, shape.most ?? 6));
    const capacity = shape.capacity && random() < 0.15 ? shape.capacity : 1;
    const promised = shape.least ? { minMeetings: Math.min(maxMeetings, upTo(shape.least + 1)) } : {};
    return { id: `S${at}`, side: 'sme', capacity, maxMeetings, unavailable: away(), ...promised };
  });
  const pairs: Pair[] = [];
  for (const { id: leader } of leaders) {
    for (const { id: sme } of smes) {
      if (random() >= shape.density) continue;
      const weight = Math.round(50 + 475 * (random() + random())) / 1_000;
      pairs.push({ leader, sme, weight, ...(random() < shape.must ? { must: true } : {}) });
    }
  }
  return { name: `made-${seed}`, slots: shape.slots, tables: shape.tables, parties: [...leaders, ...smes], pairs };
}

/**
 * Instances small enough to try all schedules, of every kind: with and without absences, capacities to 3, tables scarce and without
 * limit, a number of tables a slot, promises, firms with several parties, locked meetings.
 */
export function smallInstances(count: number): [name: string, instance: Instance][] {
  return Array.from({ length: count }, (_, seed) => [`seed ${seed}`, smallInstance(seed)]);
}

function smallInstance(seed: number): Instance {
  const random = randomOf(1_000 + seed);
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const slots = pick(1, 2, 3, 3);
  const made = makeInstance(
    {
      ...{
        leaders: pick(1, 2, 3),
        smes: pick(1, 3, 4),
        slots,
        tables: pick(1, 2, 3, null),
        density: pick(0.5, 0.8, 1),
      },
      ...{
        absent: pick(0, 0.3, 0.5),
        must: pick(0, 0.3, 0.6),
        most: pick(2, 3),
        capacity: pick(1, 2, 3),
        least: pick(0, 0, 2),
      },
    },
    seed,
  );
  const pairs = made.pairs.slice(0, 8);
  const firms = random() < 0.3;
  const parties = made.parties.map((party, at) =>
    firms && party.side === 'sme' && at % 2 ? { ...party, firm: 'F' } : party,
  );
  const tables = random() < 0.2 ? Array.from({ length: slots }, () => pick(0, 1, 2, null)) : made.tables;
  const instance = { ...made, parties, pairs, tables };
  return random() < 0.25 ? lockOne(instance, random) : instance;
}

/** Locks a pair in a slot where it fits; the instance itself when no try does. */
function lockOne(instance: Instance, random: () => number): Instance {
  for (const { leader, sme } of instance.pairs) {
    const slot = Math.floor(random() * instance.slots);
    const locked = { ...instance, locked: [{ leader, sme, slot }] };
    if ('instance' in checkInstance(locked)) return locked;
  }
  return instance;
}
