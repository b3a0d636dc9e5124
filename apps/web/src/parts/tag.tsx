import type { ReactNode } from 'react';
import { daysUntil } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { partTexts } from './texts';

export type Tone = 'plain' | 'accent' | 'clay' | 'good' | 'warn' | 'bad';

export const Tag = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
);

export function TypeTag({ type }: { readonly type: string | undefined }) {
  return <Tag tone="accent">{nameOf(useTexts(words).demandType, type)}</Tag>;
}

/** How long a demand is still open; nothing for one without a deadline. */
export function DueTag({ deadline }: { readonly deadline: string | undefined }) {
  const t = useTexts(partTexts);
  if (!deadline) return null;
  const days = daysUntil(deadline);
  if (Date.parse(deadline) < Date.now()) return <Tag>{t.over}</Tag>;
  return <Tag tone={days <= 7 ? 'clay' : 'plain'}>{t.due(days)}</Tag>;
}

const STATUS_TONE: Readonly<Record<string, Tone>> = {
  draft: 'plain',
  submitted: 'warn',
  returned: 'bad',
  published: 'good',
  closed: 'plain',
};

export function DemandStatusTag({ status }: { readonly status: string }) {
  return <Tag tone={STATUS_TONE[status] ?? 'plain'}>{nameOf(useTexts(words).demandStatus, status)}</Tag>;
}

const VERDICT_TONE: Readonly<Record<string, Tone>> = {
  met: 'good',
  likely: 'accent',
  'not-met': 'bad',
  unknown: 'plain',
};
const VERDICT_SIGN: Readonly<Record<string, string>> = { met: '✓', likely: '≈', 'not-met': '✕', unknown: '?' };

export function VerdictTag({ state }: { readonly state: string }) {
  return (
    <Tag tone={VERDICT_TONE[state] ?? 'plain'}>
      <span aria-hidden="true">{VERDICT_SIGN[state]}</span>
      {nameOf(useTexts(words).verdict, state)}
    </Tag>
  );
}
