import type { MatchFirm } from '#engines/match/types';
import { randomOf } from '#engines/random';

/** `count` firms: the given ones, then others with the lines of one, half of them exchanged for those of any, under the name of a third. */
export function* recombinedFirms(firms: readonly MatchFirm[], count: number): Generator<MatchFirm> {
  const random = randomOf(1);
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  yield* firms.slice(0, count);
  for (let at = firms.length; at < count; at += 1) {
    const firm = any(firms);
    const lines = firm.lines.map((line) => (random() < 0.5 ? line : (any(any(firms).lines) ?? line)));
    yield { ...firm, id: `recombined ${at}`, name: any(firms).name, lines };
  }
}
