import { describe, expect, it } from '@jest/globals';
import type { EngagementStep } from '#contracts/engagement';
import { NOW } from '#test/kit/makers';
import { nextAlarm, toldAlready } from './alarm.rules.js';

const inDays = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const step = (kind: EngagementStep['kind'], more: Partial<EngagementStep> = {}): EngagementStep => ({
  kind,
  status: 'todo',
  evidence: [],
  ...more,
});
const next = (steps: readonly EngagementStep[], more: object = {}) =>
  nextAlarm({ status: 'open', steps, activeAt: NOW, ...more });

describe('the next alarm of a thread', () => {
  it('is the reminder two days before the first step that is due, then that it is overdue', () => {
    const [sample, trial] = [step('sample', { due: inDays(9) }), step('trial', { due: inDays(30) })];
    expect(next([trial, sample])).toEqual({ kind: 'reminder', step: 'sample', at: inDays(7) });
    const told = { ...sample, told: 'reminder' as const };
    expect(next([trial, told])).toEqual({ kind: 'overdue', step: 'sample', at: inDays(9) });
    expect(next([trial, { ...sample, told: 'overdue' }])).toEqual({ kind: 'reminder', step: 'trial', at: inDays(28) });
  });

  it('is that nothing happens where nothing is due, fourteen days after the last that did', () => {
    const done = step('contact', { due: inDays(1), status: 'done' });
    expect(next([done, step('nda')])).toEqual({ kind: 'stalled', at: inDays(14) });
    expect(next([step('nda', { due: inDays(-3), told: 'overdue' })])).toEqual({ kind: 'stalled', at: inDays(14) });
    expect(next([step('nda')], { stalledAt: inDays(14) })).toEqual({ kind: 'stalled', at: inDays(28) });
    expect(next([step('nda', { due: inDays(60) })])).toMatchObject({ kind: 'reminder', at: inDays(58) });
  });

  it('is none once it is over', () => {
    expect(next([step('nda', { due: inDays(1) })], { status: 'ended' })).toBeUndefined();
  });

  it('is no reminder of what is due in less than two days', () => {
    expect([toldAlready(inDays(1), NOW), toldAlready(inDays(3), NOW), toldAlready(undefined, NOW)]).toEqual([
      'reminder',
      undefined,
      undefined,
    ]);
  });
});
