import { useQuery } from '@tanstack/react-query';
import type { Demand, Schemas } from '#web/api/client';
import { historyQuery } from '#web/api/demands';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { useMoney } from './demand-facts';
import { Async } from './state';

const historyTexts = texts({
  zh: {
    history: '变更记录',
    actions: {
      draft: '创建',
      revise: '修改',
      submit: '提交',
      publish: '发布',
      return: '退回',
      close: '结束',
      renew: '延期',
      mark: '标为敏感',
      unmark: '取消敏感标记',
      'take-back': '撤回修改',
      approve: '首次审核通过',
      choose: '调整定向企业',
    },
    looked: '已核对：',
    was: '原为',
    is: '改为',
    none: '空',
    removed: '删去',
    added: '增加',
    yes: '已设置',
  },
  en: {
    history: 'History',
    actions: {
      draft: 'Created',
      revise: 'Changed',
      submit: 'Handed in',
      publish: 'Published',
      return: 'Returned',
      close: 'Closed',
      renew: 'Renewed',
      mark: 'Marked as sensitive',
      unmark: 'Not sensitive any more',
      'take-back': 'Taken back to change',
      approve: 'First look: approved',
      choose: 'Chosen firms changed',
    },
    looked: 'Looked at: ',
    was: 'was',
    is: 'now',
    none: 'empty',
    removed: 'removed',
    added: 'added',
    yes: 'set',
  },
});

type Change = Schemas['DemandHistoryView']['fields'][number];

/** A value of a field as lines to read; a list has a line for each of its items. */
function useLines() {
  const t = useTexts(historyTexts);
  const w = useTexts(words);
  const { day } = useFormat();
  const money = useMoney();
  const level = (must: boolean) => (must ? w.must : w.nice);
  return (field: string, value: unknown): string[] => {
    if (value === undefined || value === null) return [];
    switch (field) {
      case 'requirements':
        return (value as NonNullable<Demand['requirements']>).map(
          ({ name, target, unit = '', must, testMethod }) =>
            `${name} ${target} ${unit} · ${level(must)}${testMethod ? ` · ${testMethod}` : ''}`,
        );
      case 'certificates':
        return (value as NonNullable<Demand['certificates']>).map(({ name, must }) => `${name} · ${level(must)}`);
      case 'regions': {
        const { values, must } = value as NonNullable<Demand['regions']>;
        return values.map((name) => `${name} · ${level(must)}`);
      }
      case 'budget':
        return [money(value as Demand['budget']) ?? ''].filter(Boolean);
      case 'chosen':
        return (value as NonNullable<Demand['chosen']>).firms.map(({ firmName }) => firmName);
      case 'dates':
        return Object.values(value as Record<string, string>).map(day);
      case 'deadline':
        return [day(value as string)];
      case 'type':
        return [nameOf(w.demandType, value as string)];
      default:
        if (Array.isArray(value)) return value.map(String);
        return [typeof value === 'object' ? t.yes : String(value)];
    }
  };
}

/** What became of a field: of lists what went and what came, of the rest how it was and how it is. */
function FieldChange({ change: { field, from, to } }: { readonly change: Change }) {
  const t = useTexts(historyTexts);
  const w = useTexts(words);
  const lines = useLines();
  const [was, is] = [lines(field, from), lines(field, to)];
  const isList = Array.isArray(from ?? to) || field === 'regions';
  const [gone, come] = [was.filter((line) => !is.includes(line)), is.filter((line) => !was.includes(line))];
  const [before, after] = isList ? [t.removed, t.added] : [t.was, t.is];
  return (
    <li>
      <span className="soft">{nameOf(w.field, field)}</span>
      {gone.map((line) => (
        <p key={`- ${line}`}>
          <span className="soft">{before} </span>
          <del>{line}</del>
        </p>
      ))}
      {come.map((line) => (
        <p key={`+ ${line}`}>
          <span className="soft">{after} </span>
          <ins>{line}</ins>
        </p>
      ))}
    </li>
  );
}

/** Told by the action itself, or for machines. */
const TOLD_ALREADY = new Set(['status', 'publishedAt', 'closedAt', 'closeReason', 'returnReason', 'sensitive']);

/** Every change of a demand, newest first: who, when, and what it was and became. */
export function DemandHistory({ demand: { id, version } }: { readonly demand: Demand }) {
  const t = useTexts(historyTexts);
  const w = useTexts(words);
  const { time } = useFormat();
  const history = useQuery(historyQuery(id, version));
  return (
    <section className="card stack tight">
      <h2>{t.history}</h2>
      <Async of={history}>
        {(items) => (
          <ol className="history">
            {items.map(({ version, at, byName, action, note, checks, fields }) => (
              <li key={`${version} ${at}`} className="stack tight">
                <p>
                  <strong>{nameOf(t.actions, action)}</strong>{' '}
                  <span className="soft small">
                    {byName} · {time(at)}
                  </span>
                </p>
                {note && <p className="small">{note}</p>}
                {checks && (
                  <p className="soft small">
                    {t.looked}
                    {checks.map((check) => nameOf(w.reviewCheck, check)).join('；')}
                  </p>
                )}
                {fields.some(({ field }) => !TOLD_ALREADY.has(field)) && (
                  <ul className="changes small">
                    {fields
                      .filter(({ field }) => !TOLD_ALREADY.has(field))
                      .map((change) => (
                        <FieldChange key={change.field} change={change} />
                      ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        )}
      </Async>
    </section>
  );
}
