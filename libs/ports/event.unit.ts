import { describe, expect, it } from '@jest/globals';
import { completeEvent } from '#ports/event';

const draft = {
  topic: 'internal.demand',
  type: 'demand.published',
  time: '2026-11-22T00:00:00.000Z',
  data: { a: 1 },
};

describe('completing an event', () => {
  it('keeps what led to it from outsiders', () => {
    const event = completeEvent('demand', 'd1', 3, 0, { ...draft, topic: 'public.demand' }, 'c1');
    expect(event).not.toHaveProperty('causationid');
  });

  it('gives the same event for the same document, version and place', () => {
    const event = completeEvent('demand', 'd1', 3, 0, draft, 'c1');
    expect(event).toEqual(completeEvent('demand', 'd1', 3, 0, draft, 'c1'));
    expect(event).toMatchObject({ id: 'demand/d1/3/0', sequence: 3, partitionkey: 'd1', causationid: 'c1' });
  });
});
