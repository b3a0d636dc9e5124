import { describe, expect, it } from '@jest/globals';
import type { DemandEventData } from '#contracts/demand';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import { demandState } from '#test/kit/makers';
import { type Act, markDemand, publishDemand, returnDemand, submitDemand } from './demand.rules.js';
import type { Demand } from './demand.store.js';

const AT = '2026-11-23T02:00:00.000Z';
const by = (id: string): Act => ({ by: { personId: id, personName: `${id}同志`, role: 'staff' }, at: AT });
const KEY: Act = { by: { role: 'staff' }, at: AT };

function demand(status: 'draft' | 'submitted' | 'returned' | 'published', more: Partial<Demand> = {}): Demand {
  const { publishedAt: _p, ...state } = demandState('d', { status, version: 3 });
  return { ...state, ...more };
}
function done(result: Result<Decision<Demand>>): Decision<Demand> {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const changeOf = ({ events = [] }: Decision<Demand>) => (events[0]?.data as DemandEventData | undefined)?.change;
const topics = ({ events }: Decision<Demand>) => events?.map(({ topic, type }) => [topic, type]);

describe('the look before a demand is published', () => {
  it('keeps what was ticked with the decision', () => {
    const published = done(publishDemand(demand('submitted'), by('chen'), ['clear', 'fair']));
    expect(published.doc.status).toBe('published');
    expect(changeOf(published)).toMatchObject({ action: 'publish', checks: ['clear', 'fair'], byName: 'chen同志' });
    const returned = done(returnDemand(demand('submitted'), '请补充', by('chen'), ['clear']));
    expect(changeOf(returned)).toMatchObject({ action: 'return', note: '请补充', checks: ['clear'] });
  });

  it('of a sensitive demand takes two different people; the first look tells nobody outside', () => {
    const waiting = demand('submitted', { sensitive: 'staff' });
    const first = done(publishDemand(waiting, by('chen'), ['clear']));
    expect(first.doc).toMatchObject({
      status: 'submitted',
      approval: { byId: 'chen', byName: 'chen同志', at: AT, checks: ['clear'] },
    });
    expect(topics(first)).toEqual([[TOPICS.demand, EVENTS.demandApproved]]);
    expect(codeOf(publishDemand(first.doc, by('chen')))).toBe('demand.second_person');
    const second = done(publishDemand(first.doc, by('zhou'), ['fair']));
    expect(second.doc.status).toBe('published');
    expect(second.doc).not.toHaveProperty('approval');
    expect(JSON.stringify(second.events?.[1])).not.toContain('sensitive');
  });

  it('of a sensitive demand is a person’s: a key or the command line cannot stand for one', () => {
    expect(codeOf(publishDemand(demand('submitted', { sensitive: 'owner' }), KEY))).toBe('demand.person_needed');
  });

  it('begins anew when the demand was sent back in between', () => {
    const first = done(publishDemand(demand('submitted', { sensitive: 'owner' }), by('chen')));
    const back = done(returnDemand(first.doc, '请补充', by('zhou')));
    expect(back.doc).not.toHaveProperty('approval');
    const again = done(submitDemand(back.doc, false, by('leader')));
    expect(done(publishDemand(again.doc, by('zhou'))).doc.status).toBe('submitted');
  });

  it('is not passed by an organisation that publishes by itself', () => {
    expect(done(submitDemand(demand('draft'), true, by('leader'))).doc.status).toBe('published');
    expect(done(submitDemand(demand('draft', { sensitive: 'owner' }), true, by('leader'))).doc.status).toBe(
      'submitted',
    );
  });
});

describe('the mark of a sensitive demand', () => {
  it('is set by owner and staff until it is published', () => {
    expect(done(markDemand(demand('draft'), true, 'owner', by('leader'))).doc.sensitive).toBe('owner');
    expect(done(markDemand(demand('submitted'), true, 'staff', by('chen'))).doc.sensitive).toBe('staff');
    expect(codeOf(markDemand(demand('published'), true, 'staff', by('chen')))).toBe('demand.not_in_state');
  });

  it('goes only when its owner has set it and writes again', () => {
    const own = (status: 'draft' | 'submitted') => demand(status, { sensitive: 'owner' });
    expect(done(markDemand(own('draft'), false, 'owner', by('leader'))).doc).not.toHaveProperty('sensitive');
    expect(codeOf(markDemand(own('submitted'), false, 'owner', by('leader')))).toBe('demand.not_in_state');
    expect(codeOf(markDemand(own('draft'), false, 'staff', by('chen')))).toBe('demand.mark_stays');
    const theirs = demand('returned', { sensitive: 'staff' });
    expect(codeOf(markDemand(theirs, false, 'owner', by('leader')))).toBe('demand.mark_stays');
    expect(done(markDemand(theirs, true, 'owner', by('leader'))).doc.sensitive).toBe('staff');
  });
});
