import type { MatchmakingContent, Span } from '#contracts/matchmaking';

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/**
 * The slots of an event in order, from 0: each session cut into equal parts. A slot that a break or a publishing session
 * touches is left out, and the cutting goes on where that ends. Pure.
 */
export function slotsOf({
  sessions,
  breaks,
  programme,
  slotMinutes,
}: Pick<MatchmakingContent, 'sessions' | 'breaks' | 'programme' | 'slotMinutes'>): Span[] {
  const closed = [...breaks, ...programme];
  const slots: Span[] = [];
  for (const session of [...sessions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    for (let from = session.from; ; ) {
      const slot = { from, to: new Date(Date.parse(from) + slotMinutes * 60_000).toISOString() };
      if (slot.to > session.to) break;
      const inTheWay = closed
        .filter((span) => overlaps(span, slot))
        .map(({ to }) => to)
        .sort();
      if (inTheWay.length === 0) slots.push(slot);
      from = inTheWay.length === 0 ? slot.to : (inTheWay.at(-1) as string);
    }
  }
  return slots;
}

/** When an event begins: with its first session, or with the first of the programme. */
export const beginsAt = ({
  sessions,
  programme,
}: Pick<MatchmakingContent, 'sessions' | 'programme'>): string | undefined =>
  [...sessions, ...programme].map(({ from }) => from).sort()[0];

/** The slots, from 0, that any of the spans touches. */
export function slotsTouched(slots: readonly Span[], spans: readonly Span[]): number[] {
  return slots.flatMap((slot, at) => (spans.some((span) => overlaps(span, slot)) ? [at] : []));
}
