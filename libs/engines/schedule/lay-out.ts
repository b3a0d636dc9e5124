import { balance, Colouring } from './colouring.js';
import type { Model } from './model.js';

/** Slots in which every party has the same seats; `undefined` when somebody's differ: then no colouring answers. */
function evenSlots({ slots, parties, seats, pool, owns }: Model): number[] | undefined {
  const used: number[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const ownTable = owns.some((own, party) => own && seats[party * slots + slot]! > 0);
    if (pool[slot]! > 0 || ownTable) used.push(slot);
  }
  for (let party = 0; party < parties; party += 1) {
    const first = seats[party * slots + (used[0] ?? 0)]!;
    if (used.some((slot) => seats[party * slots + slot] !== first)) return undefined;
  }
  return used;
}

/** Whether every pair is a group by itself. */
function singlePairs(model: Model): boolean {
  const met = new Uint8Array(model.groups);
  return model.group.every((group, pair) => {
    if (!model.open[pair]) return true;
    met[group]! += 1;
    return met[group] === 1;
  });
}

/** Whether choosing pairs and laying them into slots can be done one after the other. */
export function canLayOut(model: Model): boolean {
  return singlePairs(model) && evenSlots(model) !== undefined;
}

/**
 * Lays chosen pairs into slots by colouring: a party of capacity c is c vertices, with as many meetings each as there are slots at most.
 * Answers the slot of each chosen pair; `undefined` where the slots' different numbers of tables stand against it.
 */
export function layOut(model: Model, chosen: readonly number[]): Int32Array | undefined {
  const used = evenSlots(model);
  if (!used || (used.length === 0 && chosen.length > 0)) return undefined;
  const { slots, parties, seats } = model;
  const first = new Int32Array(parties);
  let vertices = 0;
  for (let party = 0; party < parties; party += 1) {
    first[party] = vertices;
    vertices += used.length > 0 ? seats[party * slots + used[0]!]! : 0;
  }
  const met = new Int32Array(parties);
  const vertexOf = (party: number) => {
    met[party]! += 1;
    return first[party]! + Math.floor((met[party]! - 1) / used.length);
  };
  const left = Int32Array.from(chosen, (pair) => vertexOf(model.leader[pair]!));
  const right = Int32Array.from(chosen, (pair) => vertexOf(model.sme[pair]!));
  const colouring = new Colouring(vertices, used.length, left, right);
  const atPool = (edge: number) => !model.owns[model.leader[chosen[edge]!]!];
  const limits = used.map((slot) => model.pool[slot]!);
  return balance(colouring, atPool, limits) ? colouring.colour.map((colour) => used[colour]!) : undefined;
}
