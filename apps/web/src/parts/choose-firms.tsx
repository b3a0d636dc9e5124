import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Demand, Problem, Schemas } from '#web/api/client';
import { firmsByName } from '#web/api/search';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { Choice } from './choice';
import { SearchBox } from './search-box';

const chooseTexts = texts({
  zh: {
    label: '谁能看到',
    everybody: '所有人',
    everybodyHint: '进入需求大厅，系统推荐给所有匹配的企业',
    atOnce: '只给选定的企业，同时邀请',
    atOnceHint: '定向揭榜：不公开，其他人不会知道有这条需求',
    inTurn: '只给选定的企业，依次邀请',
    inTurnHint: '前一家谢绝、撤回或逾期，才邀请下一家',
    days: '每家的答复天数',
    daysHint: '1 至 90 天，可不填：到需求截止为止',
    daysNeeded: '1 至 90 天，依次邀请时必填',
    firms: '选定的企业',
    none: '还没有选定企业，请从下面的名单或搜索中选择。',
    up: (name: string) => `把${name}提前一位`,
    remove: (name: string) => `移除${name}`,
    fitting: '能做的企业，按匹配度排序',
    byName: '按名称查找企业',
    placeholder: '企业名称、产品或工艺',
    nobody: '没有找到，换个说法试试。',
    choose: '选定',
    chooseOne: (name: string) => `选定${name}`,
  },
  en: {
    label: 'Who may see it',
    everybody: 'Everybody',
    everybodyHint: 'It stands in the hall and is proposed to all firms that fit',
    atOnce: 'Chosen firms, all at once',
    atOnceHint: 'Not public: nobody else is told that it is there',
    inTurn: 'Chosen firms, one after the other',
    inTurnHint: 'The next is asked when the one before declines, withdraws or lets its term run out',
    days: 'Days that each firm has',
    daysHint: '1 to 90, or empty: until the deadline',
    daysNeeded: '1 to 90. Needed when one after the other',
    firms: 'Chosen firms',
    none: 'None yet: choose from the list below or by name.',
    up: (name) => `Move ${name} up`,
    remove: (name) => `Take ${name} out`,
    fitting: 'Firms that fit, best first',
    byName: 'Find a firm by name',
    placeholder: 'Name, product or process',
    nobody: 'Nothing found; try other words.',
    choose: 'Choose',
    chooseOne: (name) => `Choose ${name}`,
  },
});

type Firm = NonNullable<Demand['chosen']>['firms'][number];
type Fitting = Pick<Schemas['FittingFirmView'], 'firmId' | 'firmName' | 'score'>;

/** Who may see a demand, as a form holds it. */
export interface Choosing {
  readonly to: 'everybody' | 'at-once' | 'in-turn';
  readonly days: string;
  readonly firms: readonly Firm[];
}

export const choosingOf = (chosen: Demand['chosen']): Choosing => ({
  to: chosen?.order ?? 'everybody',
  days: chosen?.days === undefined ? '' : String(chosen.days),
  firms: chosen?.firms ?? [],
});

/** What is sent; null for a demand that is for everybody. */
export function chosenInput({ to, days, firms }: Choosing): Schemas['ChosenFirmsInput'] | null {
  if (to === 'everybody') return null;
  const term = days.trim() === '' ? {} : { days: Number(days) };
  return { order: to, ...term, firms: firms.map(({ firmId }) => ({ firmId })) };
}

interface PartProps {
  readonly value: Choosing;
  readonly onChange: (value: Choosing) => void;
}

function Chosen({ value, onChange }: PartProps) {
  const t = useTexts(chooseTexts);
  const { firms } = value;
  const put = (next: readonly Firm[]) => onChange({ ...value, firms: next });
  const up = (at: number) => {
    const next = [...firms];
    next.splice(at - 1, 2, firms[at] as Firm, firms[at - 1] as Firm);
    put(next);
  };
  if (firms.length === 0) return <p className="soft">{t.none}</p>;
  return (
    <ol className="stack tight" aria-label={t.firms}>
      {firms.map(({ firmId, firmName }, at) => (
        <li key={firmId} className="row apart">
          <span>
            {at + 1}. {firmName}
          </span>
          <span className="row">
            {at > 0 && (
              <Button size="small" aria-label={t.up(firmName)} onClick={() => up(at)}>
                ↑
              </Button>
            )}
            <Button
              size="small"
              aria-label={t.remove(firmName)}
              onClick={() => put(firms.filter((one) => one.firmId !== firmId))}
            >
              ✕
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface OffersProps extends PartProps {
  readonly fitting: readonly Fitting[];
}

/** Firms to choose from: those that fit, and whom a search finds. */
function Offers({ value, onChange, fitting }: OffersProps) {
  const t = useTexts(chooseTexts);
  const { percent } = useFormat();
  const [q, setQ] = useState('');
  const { data: found } = useQuery(firmsByName(q));
  const taken = new Set(value.firms.map(({ firmId }) => firmId));
  const offer = (firmId: string, firmName: string, more?: string) =>
    taken.has(firmId) ? null : (
      <li key={firmId} className="row apart">
        <span>
          <Link to={`/firms/${firmId}`} target="_blank">
            {firmName}
          </Link>{' '}
          {more && <span className="soft small">{more}</span>}
        </span>
        <Button
          size="small"
          aria-label={t.chooseOne(firmName)}
          onClick={() => onChange({ ...value, firms: [...value.firms, { firmId, firmName }] })}
        >
          {t.choose}
        </Button>
      </li>
    );
  return (
    <>
      {fitting.length > 0 && (
        <div className="stack tight">
          <h3>{t.fitting}</h3>
          <ul className="stack tight">
            {fitting.map(({ firmId, firmName, score }) => offer(firmId, firmName, percent(score)))}
          </ul>
        </div>
      )}
      <div className="stack tight">
        <SearchBox value={q} label={t.byName} placeholder={t.placeholder} go={setQ} nested />
        {found?.length === 0 && <p className="soft small">{t.nobody}</p>}
        <ul className="stack tight">{found?.map(({ id, show }) => offer(id, show.name ?? ''))}</ul>
      </div>
    </>
  );
}

interface DaysProps extends PartProps {
  readonly error: Error | null;
}

/** How long each firm has, and why that was refused. */
function Days({ value, onChange, error }: DaysProps) {
  const t = useTexts(chooseTexts);
  const id = useId();
  const input = useRef<InputRef>(null);
  const refused = (error as Problem | null)?.fields?.find(({ pointer }) => pointer.endsWith('/days'))?.detail;
  useEffect(() => {
    // As often as it is refused, also twice for the same.
    if (error && refused) input.current?.focus();
  }, [error, refused]);
  return (
    <div className="stack tight">
      <label htmlFor={id}>{t.days}</label>
      <Input
        ref={input}
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={90}
        value={value.days}
        aria-describedby={`${id}-hint`}
        {...(refused ? { status: 'error', 'aria-invalid': true } : {})}
        onChange={(event) => onChange({ ...value, days: event.target.value })}
      />
      <p className="soft small" id={`${id}-hint`}>
        {refused ?? (value.to === 'in-turn' ? t.daysNeeded : t.daysHint)}
      </p>
    </div>
  );
}

interface ChooseFirmsProps {
  /** Firms that fit, to choose from. */
  readonly fitting: readonly Fitting[];
  /** It has been public, or is to stay with chosen firms here. */
  readonly without?: Choosing['to'];
  /** Why it could not be kept. */
  readonly error?: Error | null;
  /** Given by the form. */
  readonly value?: Choosing;
  readonly onChange?: (value: Choosing) => void;
}

/** Says who may see a demand: everybody, or chosen firms at once or one after the other. */
export function ChooseFirms({ value, onChange, fitting, without, error = null }: ChooseFirmsProps) {
  const t = useTexts(chooseTexts);
  if (!value || !onChange) return null;
  const options = [
    { value: 'everybody', title: t.everybody, hint: t.everybodyHint },
    { value: 'at-once', title: t.atOnce, hint: t.atOnceHint },
    { value: 'in-turn', title: t.inTurn, hint: t.inTurnHint },
  ].filter((option) => option.value !== without);
  return (
    <div className="stack">
      <Choice
        label={t.label}
        options={options}
        value={value.to}
        onChange={(to) => onChange({ ...value, to: to as Choosing['to'] })}
      />
      {value.to !== 'everybody' && (
        <>
          <Days value={value} onChange={onChange} error={error} />
          <Chosen value={value} onChange={onChange} />
          <Offers value={value} onChange={onChange} fitting={fitting} />
        </>
      )}
    </div>
  );
}
