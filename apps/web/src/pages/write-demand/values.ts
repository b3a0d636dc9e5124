import type { Demand, Schemas } from '#web/api/client';
import { type Choosing, choosingOf, chosenInput } from '#web/parts/choose-firms';

/** Yuan in the unit in which the form asks for them. */
const WAN = 10_000;

interface RequirementValues {
  readonly id?: string;
  readonly name?: string;
  readonly target?: string;
  readonly unit?: string;
  readonly testMethod?: string;
  readonly level?: 'must' | 'nice';
  readonly disclosure?: Schemas['RequirementInput']['disclosure'];
}

/** A demand as the form holds it: lists are texts with a line each, money is in ten thousands. */
export interface DemandValues {
  readonly type: NonNullable<Demand['type']>;
  readonly title: string;
  readonly background: string;
  readonly requirements: readonly (RequirementValues | undefined)[];
  readonly chain: string;
  readonly link: string;
  readonly process: string;
  readonly quantity: string;
  readonly deadline: string;
  readonly wanted: string;
  readonly certificates: string;
  readonly niceCertificates: string;
  readonly regions: string;
  readonly onlyRegion: boolean;
  readonly budgetMin: string;
  readonly budgetMax: string;
  readonly hideName: boolean;
  /** Missing where it is not asked: what has been public stays so. */
  readonly chosen?: Choosing;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const inWan = (amount: number | undefined): string => (amount === undefined ? '' : String(amount / WAN));

/** The day on which an instant falls in China, where a deadline ends with the day. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const certificatesOf = (demand: Demand | undefined, wanted: boolean): string =>
  (demand?.certificates ?? [])
    .filter(({ must }) => must === wanted)
    .map(({ name }) => name)
    .join('\n');

export function valuesOf(demand: Demand | undefined): DemandValues {
  return {
    type: demand?.type ?? 'supply',
    title: demand?.title ?? '',
    background: demand?.background ?? '',
    requirements: demand?.requirements?.map(({ must, ...rest }) => ({ ...rest, level: must ? 'must' : 'nice' })) ?? [
      { level: 'must' },
    ],
    chain: demand?.chain ?? '',
    link: demand?.link ?? '',
    process: demand?.process ?? '',
    quantity: demand?.quantity ?? '',
    deadline: demand?.deadline ? dayOf(demand.deadline) : '',
    wanted: String(demand?.wanted ?? 3),
    certificates: certificatesOf(demand, true),
    niceCertificates: certificatesOf(demand, false),
    regions: (demand?.regions?.values ?? []).join('\n'),
    onlyRegion: demand?.regions?.must ?? false,
    budgetMin: inWan(demand?.budget?.min),
    budgetMax: inWan(demand?.budget?.max),
    chosen: choosingOf(demand?.chosen),
    hideName: (demand?.disclosure?.ownerName ?? 'public') !== 'public',
  };
}

function requirementsOf(values: DemandValues['requirements']): Schemas['RequirementInput'][] {
  return values
    .filter((line) => line?.name?.trim())
    .map((line) => {
      const { id, name = '', target = '', unit, testMethod, level, disclosure } = line as RequirementValues;
      return {
        ...(id ? { id } : {}),
        name: name.trim(),
        target: target.trim(),
        must: level !== 'nice',
        ...(unit?.trim() ? { unit: unit.trim() } : {}),
        ...(testMethod?.trim() ? { testMethod: testMethod.trim() } : {}),
        ...(disclosure ? { disclosure } : {}),
      };
    });
}

function budgetOf({ budgetMin, budgetMax }: DemandValues): Schemas['BudgetInput'] | null {
  if (!budgetMin && !budgetMax) return null;
  return {
    ...(budgetMin ? { min: Number(budgetMin) * WAN } : {}),
    ...(budgetMax ? { max: Number(budgetMax) * WAN } : {}),
  };
}

function wantedCertificates({ certificates, niceCertificates }: DemandValues): Schemas['CertificateInput'][] {
  const musts = linesOf(certificates).map((name) => ({ name, must: true }));
  return [...musts, ...linesOf(niceCertificates).map((name) => ({ name, must: false }))];
}

/** What ranking reads of the form as it stands; undefined while there is no title to go by. */
export function previewOf(values: DemandValues, before: Demand | undefined): Schemas['DemandPreviewInput'] | undefined {
  if (values.title.trim().length < 4) return undefined;
  const {
    title,
    background,
    chain,
    link,
    process,
    quantity,
    requirements = [],
    certificates,
    regions,
  } = inputOf(values, before);
  return {
    title,
    background,
    chain,
    link,
    process,
    quantity,
    // A line that is half written asks for nothing yet.
    requirements: requirements.filter(({ target }) => target !== '').map(({ id: _id, ...line }) => line),
    certificates,
    regions,
    ...(before?.blocked ? { blocked: before.blocked } : {}),
  };
}

/** The form with one of its musts made nice to have; `key` as the preview names it. */
export function withoutMust(values: DemandValues, key: string): Partial<DemandValues> {
  if (key === 'region') return { onlyRegion: false };
  const [, name] = /^certificate:(.*)$/.exec(key) ?? [];
  if (name !== undefined) {
    const rest = linesOf(values.certificates).filter((line) => line !== name);
    return {
      certificates: rest.join('\n'),
      niceCertificates: [...linesOf(values.niceCertificates), name].join('\n'),
    };
  }
  // The preview counts the lines that it was sent.
  let place = 0;
  return {
    requirements: values.requirements.map((line) => {
      if (!line?.name?.trim() || !line.target?.trim()) return line;
      place += 1;
      return `p${place}` === key ? { ...line, level: 'nice' } : line;
    }),
  };
}

/** What is sent; `before` keeps what the form does not show. */
export function inputOf(values: DemandValues, before: Demand | undefined): Schemas['DemandInput'] {
  const orNull = (text: string) => text.trim() || null;
  const regions = linesOf(values.regions);
  const { ownerName: _hidden, ...disclosure } = before?.disclosure ?? {};
  return {
    type: values.type,
    title: values.title.trim(),
    background: orNull(values.background),
    requirements: requirementsOf(values.requirements),
    chain: orNull(values.chain),
    link: orNull(values.link),
    process: orNull(values.process),
    quantity: orNull(values.quantity),
    deadline: values.deadline,
    wanted: Number(values.wanted) || 3,
    certificates: wantedCertificates(values),
    regions: regions.length > 0 ? { values: regions, must: values.onlyRegion } : null,
    budget: budgetOf(values),
    ...(values.chosen ? { chosen: chosenInput(values.chosen) } : {}),
    disclosure: { ...disclosure, ...(values.hideName ? { ownerName: 'matched' as const } : {}) },
  };
}
