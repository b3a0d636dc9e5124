import type { Demand, Schemas } from '#web/api/client';
import type { Response } from '#web/api/engagements';

/** What the form holds; lists of lines are one text. */
export interface RespondValues {
  readonly answers?: Readonly<Record<string, { meets?: string; how?: string; evidence?: string }>>;
  readonly plan?: string;
  readonly team?: readonly { name?: string; role?: string; experience?: string }[];
  readonly milestones?: readonly { name?: string; day?: string; deliverable?: string }[];
  readonly min?: string;
  readonly max?: string;
  readonly unit?: string;
  readonly ip?: string;
  readonly times?: readonly { day?: string; from?: string; to?: string }[];
}

/** A condition of the demand, under the key by which it is answered. */
export interface Condition {
  readonly key: string;
  readonly name: string;
  readonly target: string;
  readonly must: boolean;
}

export const conditionsOf = ({ requirements = [], certificates = [] }: Demand): Condition[] => [
  ...requirements.map(({ id = '', name, target, unit = '', must }) => ({
    ...{ key: id, name, must },
    target: `${target} ${unit}`.trim(),
  })),
  ...certificates.map(({ name, must }) => ({ key: `certificate:${name}`, name, target: '', must })),
];

const lines = (text = ''): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const text = (value: string | undefined): string | undefined => value?.trim() || undefined;
const number = (value: string | undefined): number | undefined => (text(value) ? Number(value) : undefined);

/** Without what is undefined. */
const filled = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

function timesOf(values: RespondValues): { from: string; to: string }[] {
  return (values.times ?? []).flatMap(({ day, from, to }) => {
    if (!day || !from || !to || from >= to) return [];
    return [{ from: new Date(`${day}T${from}`).toISOString(), to: new Date(`${day}T${to}`).toISOString() }];
  });
}

/** What is sent; rows that are not whole yet are left out. */
export function inputOf(values: RespondValues): Schemas['ResponseInput'] {
  const answers = Object.entries(values.answers ?? {}).flatMap(([requirement, { meets, how, evidence }]) => {
    if (!text(how) && !text(evidence) && !meets) return [];
    const said = { requirement, meets: meets === 'partly' ? 'partly' : 'meet', how: text(how) } as const;
    return [filled({ ...said, evidence: lines(evidence) })];
  });
  const price = filled({ min: number(values.min), max: number(values.max), unit: text(values.unit) });
  return filled({
    answers: answers as Schemas['ResponseInput']['answers'],
    plan: text(values.plan),
    team: (values.team ?? []).flatMap(({ name, role, experience }) =>
      text(name) && text(role) ? [filled({ name: name ?? '', role: role ?? '', experience: text(experience) })] : [],
    ),
    milestones: (values.milestones ?? []).flatMap(({ name, day, deliverable }) =>
      text(name) && day ? [filled({ name: name ?? '', day, deliverable: text(deliverable) })] : [],
    ),
    price: Object.keys(price).length > 0 ? price : undefined,
    ip: text(values.ip),
    freeTimes: timesOf(values),
  }) as Schemas['ResponseInput'];
}

/** How many rows have been begun and are left out of what is `sent`: not whole, or a time that ends before it begins. */
export function halfFilled(values: RespondValues, sent: Schemas['ResponseInput']): number {
  const { team = [], milestones = [], freeTimes = [] } = sent;
  const begun = (rows: readonly object[] = []): number =>
    rows.filter((row) => Object.values(row ?? {}).some((each) => text(each))).length;
  return (
    begun(values.team) +
    begun(values.milestones) +
    begun(values.times) -
    (team.length + milestones.length + freeTimes.length)
  );
}

type Path = (string | number)[];

/** Where a field of what is sent stands in the form: the ends of the price have fields of their own. */
export const fieldOf = ([field = '', ...rest]: Path): Path => {
  if (field === 'price') return [rest[0] ?? 'max'];
  return [field === 'freeTimes' ? 'times' : field, ...rest];
};

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** What was kept, as the form shows it, in the reader's zone. */
export function valuesOf(response: Response | null): RespondValues {
  if (!response) return {};
  const { answers = [], plan, team = [], milestones = [], price, ip, freeTimes = [] } = response;
  const byKey = answers.map(({ requirement, meets, how, evidence = [] }) => [
    requirement,
    filled({ meets, how, evidence: evidence.join('\n') }),
  ]);
  const times = freeTimes.map(({ from, to }) => {
    const [start, end] = [new Date(from), new Date(to)];
    const day = `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}`;
    return { day, from: clock(start), to: clock(end) };
  });
  const { min, max, unit } = price ?? {};
  const money = filled({ min: min?.toString(), max: max?.toString(), unit });
  return filled({ answers: Object.fromEntries(byKey), plan, team, milestones, ip, times, ...money }) as RespondValues;
}
