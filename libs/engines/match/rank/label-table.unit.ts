import { describe, expect, it } from '@jest/globals';
import { randomOf, shuffle } from '../../random.js';
import { LabelTable, TOLD } from './label-table.js';

describe('LabelTable', () => {
  const id = (slot: number) => `f${(slot * 37) % 100}`;
  const byId = (slots: readonly number[]) => [...slots].sort((a, b) => (id(a) < id(b) ? -1 : 1));

  it('tells the firms with the lowest ids, whatever came and went', () => {
    const random = randomOf(8);
    const table = new LabelTable(id);
    const held = new Set<number>();
    for (let round = 0; round < 3_000; round += 1) {
      const slot = Math.floor(random() * 100);
      if (held.delete(slot)) table.remove(9, slot);
      else {
        held.add(slot);
        table.add(9, slot);
      }
      expect(table.slots(9)).toEqual(byId([...held]).slice(0, TOLD));
    }
  });

  it('names the lines that are labels', () => {
    const random = randomOf(9);
    const table = new LabelTable(id);
    for (const line of [3, 5, 8]) for (let slot = 0; slot < 50; slot += 1) table.add(line, slot);
    table.add(3, 1);
    expect([...table.lines].sort()).toEqual([3, 5, 8]);
    for (const slot of shuffle([...Array(50).keys()], random)) table.remove(3, slot);
    expect(table.slots(3)).toEqual([1]);
    table.remove(3, 1);
    for (let slot = 0; slot < 50; slot += 1) table.remove(8, slot);
    expect(table.lines).toEqual([5]);
    expect(table.slots(8)).toEqual([]);
  });
});
