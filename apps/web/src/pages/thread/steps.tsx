import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import type { Thread } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Panel } from '#web/parts/panel';
import { Tag, type Tone } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { type Move, type Step, useMove } from './queries';
import { threadTexts } from './texts';

const TONE: Readonly<Record<string, Tone>> = { done: 'good', todo: 'accent' };

const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** A day of the reader's as the date field has it. */
function dayOf(due: string | undefined): string {
  if (!due) return '';
  const at = new Date(due);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

interface PlanProps {
  readonly step: Step;
  readonly send: (move: Move) => void;
}

/** When a step is due, what it is worth and what there is of it; and that it is done or not needed. */
function Plan({ step, send }: PlanProps) {
  const t = useTexts(threadTexts);
  const me = useMe()?.person;
  const [due, setDue] = useState(dayOf(step.due));
  const [amount, setAmount] = useState(step.amount?.toString() ?? '');
  const [evidence, setEvidence] = useState((step.evidence ?? []).join('\n'));
  const [mine, setMine] = useState(step.owner?.id === me?.id);
  const said = { evidence: lines(evidence), ...(amount ? { amount: Number(amount) } : {}) };
  const plan = (): Schemas['StepPlanInput'] => ({
    ...said,
    // The same day is the same moment still.
    ...(due ? { due: due === dayOf(step.due) && step.due ? step.due : due } : {}),
    ...(mine && me ? { personId: me.id } : {}),
  });
  return (
    <div className="stack tight">
      <Input type="date" aria-label={t.dueLabel} value={due} onChange={(event) => setDue(event.target.value)} />
      <Input
        type="number"
        min={0}
        aria-label={t.amount}
        placeholder={t.amount}
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <Input.TextArea
        aria-label={t.evidence}
        placeholder={t.evidence}
        autoSize={{ minRows: 2 }}
        value={evidence}
        onChange={(event) => setEvidence(event.target.value)}
      />
      <label className="tick">
        <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />
        {t.mine}
      </label>
      <div className="row">
        <Button onClick={() => send({ move: 'plan', step: step.kind, plan: plan() })}>{t.save}</Button>
        <Button
          type="primary"
          onClick={() => send({ move: 'close', step: step.kind, closing: { outcome: 'done', ...said } })}
        >
          {t.done}
        </Button>
        <Button onClick={() => send({ move: 'close', step: step.kind, closing: { outcome: 'skipped' } })}>
          {t.skip}
        </Button>
      </div>
      {step.kind === 'nda' && <p className="soft small">{t.nda}</p>}
    </div>
  );
}

interface StepsProps {
  readonly thread: Thread;
  /** Whether the reader is of a side. */
  readonly side: boolean;
}

/** The steps from first contact to repeat orders: where each stands, and what can be done with it. */
export function Steps({ thread, side }: StepsProps) {
  const t = useTexts(threadTexts);
  const { day, ago, money } = useFormat();
  const toast = useToast();
  const move = useMove(thread);
  const send = (asked: Move) =>
    move.mutate(asked, { onSuccess: () => toast.done(t.told), onError: (error) => toast.failed(error) });
  return (
    <section className="card stack">
      <h2>{t.steps}</h2>
      <ol className="stack">
        {thread.steps.map((step) => (
          <li key={step.kind} className="row apart">
            <div>
              <div className="row">
                <Tag tone={TONE[step.status] ?? 'plain'}>{t.state[step.status]}</Tag>
                <strong>{t.step[step.kind]}</strong>
                {step.told === 'overdue' && step.status === 'todo' && <Tag tone="bad">{t.overdue}</Tag>}
              </div>
              <p className="soft small">
                {[
                  step.status === 'todo' && step.due && t.due(day(step.due)),
                  step.status === 'todo' && step.owner && t.by(step.owner.name),
                  step.amount !== undefined && money(step.amount),
                  step.closedAt && t.closed(step.closedByName ?? '', ago(step.closedAt)),
                  step.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {(step.evidence ?? []).map((line) => (
                <p className="small" key={line}>
                  {line}
                </p>
              ))}
            </div>
            {side && thread.status === 'open' && step.status === 'todo' && (
              <Panel label={`${t.plan} ${t.step[step.kind]}`} wide button={t.plan}>
                {(close) => (
                  <Plan
                    step={step}
                    send={(asked) => {
                      close();
                      send(asked);
                    }}
                  />
                )}
              </Panel>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
