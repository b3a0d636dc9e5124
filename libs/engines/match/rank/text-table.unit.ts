import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../random.js';
import { TextTable } from './text-table.js';

describe('TextTable', () => {
  it('finds what is there and nothing else, whatever came and went', () => {
    const random = randomOf(5);
    const table = new TextTable();
    const held = new Map<string, number>();
    const text = () => Array.from({ length: random() * 9 }, () => '齿轮轴承泵阀a1'[Math.floor(random() * 8)]).join('');
    for (let round = 0; round < 20_000; round += 1) {
      const one = text();
      const known = held.get(one);
      expect(table.find(one)).toBe(known ?? -1);
      if (known === undefined) {
        const number = table.add(one);
        expect([...held.values()].includes(number) && number).toBe(false);
        held.set(one, number);
      } else if (random() < 0.9) {
        table.remove(known);
        held.delete(one);
      }
    }
    expect(held.size).toBeGreaterThan(100);
    expect(table.size).toBe(held.size);
    for (const [each, number] of held) {
      expect(table.text(number)).toBe(each);
      expect(table.length(number)).toBe(each.length);
      expect(table.chars[table.start(number)]).toBe(
        each.length > 0 ? each.charCodeAt(0) : table.chars[table.start(number)],
      );
    }
  });
});
