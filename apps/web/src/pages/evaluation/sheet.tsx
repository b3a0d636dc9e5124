import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Demand } from '#web/api/client';
import { responseQuery } from '#web/api/engagements';
import { type Evaluation, useJudge } from '#web/api/evaluations';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Pick } from '#web/parts/pick';
import { ResponseContent } from '#web/parts/response-content';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { evaluationTexts } from './texts';

type Own = Evaluation['own'][number];

const POINTS = [
  { value: '', label: '–' },
  ...Array.from({ length: 11 }, (_, at) => ({ value: String(10 - at), label: String(10 - at) })),
];

interface SheetProps {
  readonly demand: Demand;
  readonly evaluation: Evaluation;
  readonly responseId: string;
  readonly own: Own | undefined;
}

/** What one evaluator says of one response. */
function Points({ demand, evaluation, responseId, own }: SheetProps) {
  const t = useTexts(evaluationTexts);
  const toast = useToast();
  const judge = useJudge(demand.id);
  const [scores, setScores] = useState<Own['scores']>(own?.scores ?? {});
  const [note, setNote] = useState(own?.note ?? '');
  const { criteria } = evaluation;
  const whole = criteria.every(({ id }) => scores[id] !== undefined);
  const put = (id: string, value: string) => {
    const { [id]: _before, ...others } = scores;
    setScores(value === '' ? others : { ...others, [id]: Number(value) });
  };
  const send = () =>
    judge.mutate(
      { responseId, scores, ...(note.trim() ? { note: note.trim() } : {}) },
      { onSuccess: () => toast.done(t.handedIn), onError: (error) => toast.failed(error) },
    );
  return (
    <div className="stack tight">
      <div className="form-grid">
        {criteria.map((one) => {
          const name = one.name ?? nameOf(t.criteria, one.id);
          const value = scores[one.id];
          return (
            <div className="row apart" key={one.id}>
              <span>{name}</span>
              <Pick
                label={name}
                options={POINTS}
                value={value === undefined ? '' : String(value)}
                onChange={(chosen) => put(one.id, chosen)}
              />
            </div>
          );
        })}
      </div>
      <Input.TextArea
        aria-label={t.note}
        placeholder={t.note}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        <Button type="primary" disabled={!whole} loading={judge.isPending} onClick={send}>
          {own ? t.again : t.handIn}
        </Button>
        {!whole && <span className="soft small">{t.scoreAll}</span>}
      </div>
    </div>
  );
}

/** The response is read when its sheet is opened. */
function Opened(props: SheetProps) {
  const response = useQuery(responseQuery(props.responseId));
  return (
    <Async of={response} bones={<Bones count={1} height={160} />}>
      {(data) => (
        <div className="stack">
          <ResponseContent response={data} demand={props.demand} />
          <Points {...props} />
        </div>
      )}
    </Async>
  );
}

/** One response and what the reader says of it. */
export function Sheet(props: SheetProps & { readonly firmName: string }) {
  const t = useTexts(evaluationTexts);
  const { number } = useFormat();
  const [open, setOpen] = useState(false);
  const { own, firmName } = props;
  return (
    <details className="card evaluation-sheet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{firmName}</strong>
        <Tag tone={own ? 'good' : 'warn'}>{own ? t.scored(number(own.total)) : t.todo}</Tag>
      </summary>
      {open && <Opened {...props} />}
    </details>
  );
}
