import type { Span } from '#contracts/matchmaking';
import type { Change } from '#engines/schedule/change';
import type { WhyNot } from '#engines/schedule/why-not';
import { fill, type Language } from '#platform/errors/errors';
import type { Registration } from '../events.store.js';
import { partyOf } from './instance.js';
import type { ChangeView, WhyNotView } from './schedule.dto.js';

type Texts = Readonly<Record<Language, string>>;

type Reason = WhyNot['reason'] | 'own-maximum' | 'not-arranged';

const REASONS: Readonly<Record<Reason, Texts>> = {
  meets: { zh: '双方已安排会面。', en: 'The two do meet.' },
  'not-listed': {
    zh: '双方不在可会面的名单中：没有匹配也没有意向，或一方不愿会面。',
    en: 'The two are not to meet: no fit and no wish, or one of them does not want to.',
  },
  'firms-meet': { zh: '两家企业已通过其他代表会面。', en: 'The two firms meet through other people.' },
  'no-common-slot': {
    zh: '没有双方都在场且有桌子的时段。',
    en: 'There is no slot in which both are there and a table stands.',
  },
  'max-meetings': { zh: '有一方的会面已达上限。', en: 'One of the two has as many meetings as it may have.' },
  'slots-taken': {
    zh: '双方共同的时段已安排了总体更合适的会面。',
    en: 'The slots that both have are taken by meetings that count as much or more together.',
  },
  'not-worth-it': { zh: '有空位，但这场会面会降低总分。', en: 'There is room, but the meeting would lower the total.' },
  'own-maximum': { zh: '贵单位的会面已达上限。', en: 'Your organisation has as many meetings as it may have.' },
  'not-arranged': {
    zh: '日程中没有这场会面：时段和桌位安排给了其他会面。可联系工作人员。',
    en: 'The schedule does not hold this meeting; its slots and tables went to others. Staff can tell you more.',
  },
};

const CHANGES: Readonly<Record<string, Texts>> = {
  'table-more': { zh: '该时段增加一张桌子', en: 'one more table in the slot' },
  'table-less': { zh: '该时段减少一张桌子', en: 'one table less in the slot' },
  'slot-more': { zh: '增加一个时段', en: 'one more slot' },
  'slot-less': { zh: '取消该时段', en: 'the slot is given up' },
  'pair-less': { zh: '取消这一组会面', en: 'the two do not meet' },
  'slot-freed': { zh: '{name}在该时段到场', en: '{name} is there in the slot' },
  'meeting-more': { zh: '{name}多参加一场会面', en: '{name} has one meeting more' },
  'seat-more': { zh: '{name}同时多接待一场（再派一人）', en: '{name} has one seat more (another person)' },
};

export const reasonSentence = (reason: Reason, language: Language): string => REASONS[reason][language];

/** Why two do not meet, in words, for staff. */
export function whyNotView(
  { reason, remedies }: WhyNot,
  slots: readonly Span[],
  registrations: readonly Registration[],
  language: Language,
): WhyNotView {
  return {
    reason,
    sentence: reasonSentence(reason, language),
    remedies: remedies.map(({ slot, changes }) => ({
      slot,
      ...(slots[slot] as Span),
      changes: changes.map((change) => changeView(change, registrations, language)),
      possible: changes.every(({ kind }) => kind !== 'seat-more'),
    })),
  };
}

function changeView(change: Change, registrations: readonly Registration[], language: Language): ChangeView {
  const party = 'party' in change ? change.party : undefined;
  const name = party === undefined ? '' : nameOf(party, registrations);
  return {
    kind: change.kind,
    ...('slot' in change ? { slot: change.slot } : {}),
    ...(party === undefined ? {} : { party }),
    sentence: fill(CHANGES[change.kind]?.[language] ?? change.kind, { name }),
  };
}

function nameOf(party: string, registrations: readonly Registration[]): string {
  const { organisationId, person } = partyOf(party);
  const found = registrations.find((one) => one.organisationId === organisationId);
  const representative = found?.representatives.find(({ id }) => id === person);
  if (!found) return party;
  const { organisationName } = found;
  const sole = !representative || representative.name === organisationName || found.representatives.length === 1;
  return sole ? organisationName : `${organisationName} ${representative.name}`;
}
