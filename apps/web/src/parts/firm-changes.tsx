import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Tag } from './tag';

const changesTexts = texts({
  zh: {
    same: '名单没有变化。',
    came: '进入',
    went: '离开',
    up: '上升',
    down: '下降',
    judged: '判断有变',
    place: (before: number, after: number) => `第 ${before} 位 → 第 ${after} 位`,
    nowAt: (after: number) => `现在第 ${after} 位`,
    wasAt: (before: number) => `原来第 ${before} 位`,
    wasExcluded: (why: string) => `原先被排除：${why}`,
    isExcluded: (why: string) => `现在被排除：${why}`,
    fitsNow: '修改后的内容与它的档案更相关',
    fitsNot: '修改后的内容与它的档案不够相关',
    passed: '修改后与其他企业相比的相关程度变了',
    asked: (name: string, verdict: string) => `新要求“${name}”：${verdict}`,
    unasked: (name: string) => `不再要求“${name}”`,
    turned: (name: string, before: string, after: string) => `“${name}”：${before} → ${after}`,
  },
  en: {
    same: 'The list stayed as it was.',
    came: 'Came',
    went: 'Went',
    up: 'Up',
    down: 'Down',
    judged: 'Judged otherwise',
    place: (before, after) => `place ${before} → ${after}`,
    nowAt: (after) => `place ${after} now`,
    wasAt: (before) => `place ${before} before`,
    wasExcluded: (why) => `Excluded before: ${why}`,
    isExcluded: (why) => `Excluded now: ${why}`,
    fitsNow: 'What was changed speaks to its profile',
    fitsNot: 'What was changed speaks too little to its profile',
    passed: 'What was changed speaks more, or less, to its profile than to others',
    asked: (name, verdict) => `“${name}” is asked now: ${verdict}`,
    unasked: (name) => `“${name}” is asked no more`,
    turned: (name, before, after) => `“${name}”: ${before} → ${after}`,
  },
});

type FirmChange = Schemas['DecisionChangeView']['firms'][number];

/** Why a firm stands elsewhere, a sentence each. */
function useReasons() {
  const t = useTexts(changesTexts);
  const w = useTexts(words);
  const verdict = (state: string | undefined) => nameOf(w.verdict, state);
  return ({ before, after, verdicts, excluded }: FirmChange): string[] => {
    if (before === undefined) return [excluded ? t.wasExcluded(excluded) : t.fitsNow];
    if (after === undefined) return [excluded ? t.isExcluded(excluded) : t.fitsNot];
    if (verdicts.length === 0) return [t.passed];
    return verdicts.map((one) => {
      if (one.before === undefined) return t.asked(one.name, verdict(one.after));
      if (one.after === undefined) return t.unasked(one.name);
      return t.turned(one.name, verdict(one.before), verdict(one.after));
    });
  };
}

function Firm({ firm }: { readonly firm: FirmChange }) {
  const t = useTexts(changesTexts);
  const reasons = useReasons();
  const { before, after } = firm;
  const [label, tone, place] =
    before === undefined
      ? ([t.came, 'good', t.nowAt(after ?? 0)] as const)
      : after === undefined
        ? ([t.went, 'bad', t.wasAt(before)] as const)
        : ([
            before === after ? t.judged : after < before ? t.up : t.down,
            before === after ? 'plain' : after < before ? 'good' : 'warn',
            t.place(before, after),
          ] as const);
  return (
    <li className="stack tight">
      <div className="row">
        <Tag tone={tone}>{label}</Tag>
        <Link to={`/firms/${firm.firmId}`}>{firm.firmName}</Link>
        <span className="soft small">{place}</span>
      </div>
      <ul className="soft small">
        {reasons(firm).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </li>
  );
}

/** Who came, went, moved or is judged otherwise from one list to another, each with why. */
export function FirmChanges({ firms }: { readonly firms: readonly FirmChange[] }) {
  const t = useTexts(changesTexts);
  if (firms.length === 0) return <p className="soft small">{t.same}</p>;
  return (
    <ul className="stack">
      {firms.map((firm) => (
        <Firm key={firm.firmId} firm={firm} />
      ))}
    </ul>
  );
}
