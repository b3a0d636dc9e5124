import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Decision, type Response, useDecide } from '#web/api/engagements';
import { useTexts } from '#web/i18n/texts';
import { Panel } from '#web/parts/panel';
import { useRejectReasons } from '#web/parts/response-tag';
import { useToast } from '#web/parts/toast';
import { responsesTexts } from './texts';

const REASONS = ['capability', 'evidence', 'price', 'schedule', 'terms', 'others-chosen'] as const;

interface SendProps {
  readonly send: (decision: Decision) => void;
}

function Ask({ send }: SendProps) {
  const t = useTexts(responsesTexts);
  const [text, setText] = useState('');
  return (
    <div className="stack tight">
      <Input.TextArea
        aria-label={t.askHint}
        placeholder={t.askHint}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={!text.trim()} onClick={() => send({ step: 'ask', text: text.trim() })}>
        {t.send}
      </Button>
    </div>
  );
}

/** Why not: each reason answers at once, with the note if there is one. */
function Reject({ send }: SendProps) {
  const t = useTexts(responsesTexts);
  const names = useRejectReasons();
  const [note, setNote] = useState('');
  return (
    <div className="stack tight">
      <Input
        aria-label={t.note}
        placeholder={t.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <strong>{t.because}</strong>
      {REASONS.map((reason) => (
        <Button
          key={reason}
          block
          onClick={() => send({ step: 'reject', reason, ...(note.trim() ? { note: note.trim() } : {}) })}
        >
          {names[reason]}
        </Button>
      ))}
    </div>
  );
}

/** What the leader can do with a response now. */
export function Decide({ response }: { readonly response: Response }) {
  const t = useTexts(responsesTexts);
  const toast = useToast();
  const [sure, ask] = useState(false);
  const decide = useDecide(response);
  const { status } = response;
  if (status !== 'submitted' && status !== 'shortlisted') return null;
  const send = (decision: Decision) =>
    decide.mutate(decision, {
      onSuccess: () => toast.done(decision.step === 'choose' ? t.chosen : t.done),
      onError: (error) => toast.failed(error),
    });
  const listed = status === 'shortlisted';
  if (sure)
    return (
      <div className="notice-line warn stack tight" role="alert">
        <p>{t.sure(response.firmName)}</p>
        <div className="row">
          <Button type="primary" loading={decide.isPending} onClick={() => send({ step: 'choose' })}>
            {t.chooseNow}
          </Button>
          <Button onClick={() => ask(false)}>{t.cancel}</Button>
        </div>
      </div>
    );
  return (
    <div className="row no-print">
      <Button type="primary" onClick={() => ask(true)}>
        {t.choose}
      </Button>
      <Button onClick={() => send({ step: 'shortlist', shortlisted: !listed })}>
        {listed ? t.unlist : t.shortlist}
      </Button>
      <Panel label={t.ask} wide button={t.ask}>
        {(close) => (
          <Ask
            send={(decision) => {
              close();
              send(decision);
            }}
          />
        )}
      </Panel>
      <Panel label={t.reject} wide button={t.reject}>
        {(close) => (
          <Reject
            send={(decision) => {
              close();
              send(decision);
            }}
          />
        )}
      </Panel>
    </div>
  );
}
