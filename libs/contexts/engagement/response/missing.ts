import type { DemandView } from '#contracts/demand';
import type { ResponseContent } from '#contracts/engagement';
import { fill, type Language } from '#platform/errors/errors';

/** Something that a response does not say yet. */
export interface Missing {
  readonly item: string;
  /** Name of the requirement. */
  readonly name?: string;
  /** It cannot be handed in without. */
  readonly needed: boolean;
}

/** A condition of the demand under the key by which it is answered. */
export interface Condition {
  readonly key: string;
  readonly name: string;
  readonly must: boolean;
}

export const conditionsOf = (demand: Pick<DemandView, 'requirements' | 'certificates'>): Condition[] => [
  ...demand.requirements.map(({ id, name, must }) => ({ key: id, name, must })),
  ...demand.certificates.map(({ name, must }) => ({ key: `certificate:${name}`, name, must })),
];

/**
 * What is missing, what is needed first. Each must that the firm can see is answered, with how; the firm has a profile and
 * says what it plans. The rest is advice: leaders choose by it. Pure.
 */
export function missingOf(
  content: ResponseContent,
  demand: Pick<DemandView, 'requirements' | 'certificates'>,
  hasProfile: boolean,
): Missing[] {
  const answers = new Map(content.answers.map((answer) => [answer.requirement, answer]));
  const conditions = conditionsOf(demand);
  const unanswered = conditions
    .filter(({ key }) => !answers.get(key)?.how)
    .map(({ key, name, must }) => ({ item: `requirement:${key}`, name, needed: must }));
  const unproven = conditions
    .filter(({ key }) => answers.get(key)?.how && answers.get(key)?.evidence.length === 0)
    .map(({ key, name }) => ({ item: `evidence:${key}`, name, needed: false }));
  const all: readonly (Missing | false)[] = [
    !hasProfile && { item: 'profile', needed: true },
    ...unanswered,
    !content.plan && { item: 'plan', needed: true },
    ...unproven,
    content.team.length === 0 && { item: 'team', needed: false },
    content.milestones.length === 0 && { item: 'milestones', needed: false },
    content.price === undefined && { item: 'price', needed: false },
    !content.ip && { item: 'ip', needed: false },
    content.freeTimes.length === 0 && { item: 'freeTimes', needed: false },
  ];
  const missing = all.filter((one) => one !== false);
  return [...missing.filter(({ needed }) => needed), ...missing.filter(({ needed }) => !needed)];
}

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  requirement: { zh: '请说明如何满足“{name}”。', en: 'Say how you meet “{name}”.' },
  evidence: { zh: '请为“{name}”补充证明材料。', en: 'Give proof for “{name}”.' },
  profile: { zh: '请先建立或认领企业档案。', en: 'Write or claim the profile of your firm first.' },
  plan: { zh: '请填写方案。', en: 'Write what you plan.' },
  team: { zh: '补充团队成员。', en: 'Add who would work on it.' },
  milestones: { zh: '补充进度节点。', en: 'Add milestones.' },
  price: { zh: '补充报价区间。', en: 'Add a price range.' },
  ip: { zh: '补充知识产权约定。', en: 'Add your position on intellectual property.' },
  freeTimes: { zh: '补充可面谈的时间。', en: 'Add when you can meet.' },
};

export function missingSentence({ item, name = '' }: Missing, language: Language): string {
  const [kind = ''] = item.split(':');
  return fill(SENTENCES[kind]?.[language] ?? item, { name });
}
