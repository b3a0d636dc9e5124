import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Proposal, Schemas } from '#web/api/client';
import { useAnswer } from '#web/api/proposals';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Panel } from './panel';
import { Tag } from './tag';
import { useToast } from './toast';

type Said = Schemas['AnswerInput'];

const answerTexts = texts({
  zh: {
    interested: '有意向',
    interestedOnly: '有意向（仍须揭榜）',
    decline: '不合适…',
    because: '不合适，因为',
    note: '补充说明（选填，发布方可见）',
    told: (answer: string) => `已告知发布方：${answer}`,
    seen: '已查看',
    undo: '撤销',
    change: '更改答复',
    yours: (answer: string, when: string) => `您的答复：${answer} · ${when}`,
  },
  en: {
    interested: 'Interested',
    interestedOnly: 'Interested (still respond)',
    decline: 'Not for us …',
    because: 'Not for us, because',
    note: 'A word to the leader (optional)',
    told: (answer) => `The leader is told: ${answer}`,
    seen: 'Has looked',
    undo: 'Undo',
    change: 'Change the answer',
    yours: (answer, when) => `Your answer: ${answer} · ${when}`,
  },
});

/** An answer in words: interested, or not and why. */
export function useAnswerText() {
  const w = useTexts(words);
  const { list } = useFormat();
  return ({ answer, reasons = [] }: Pick<Said, 'answer' | 'reasons'>): string =>
    answer === 'interested'
      ? w.answer.interested
      : w.answer.declined(list(reasons.map((each) => w.declineReason[each])));
}

/** How a firm has answered, or that it has looked; nothing while it has not. */
export function AnswerTag({
  proposal: { answer, seenAt },
}: {
  readonly proposal: Pick<Proposal, 'answer' | 'seenAt'>;
}) {
  const t = useTexts(answerTexts);
  const text = useAnswerText();
  if (!answer) return seenAt ? <Tag>{t.seen}</Tag> : null;
  return <Tag tone={answer.answer === 'interested' ? 'good' : 'warn'}>{text(answer)}</Tag>;
}

const REASONS = ['other-field', 'cannot-meet', 'no-capacity', 'terms', 'too-far', 'other'] as const;

/** Why not: each reason answers at once, with the note if there is one. */
function Reasons({ send }: { readonly send: (said: Said) => void }) {
  const t = useTexts(answerTexts);
  const w = useTexts(words);
  const [note, setNote] = useState('');
  const decline = (reason: (typeof REASONS)[number]) =>
    send({ answer: 'declined', reasons: [reason], ...(note.trim() ? { note: note.trim() } : {}) });
  return (
    <div className="stack tight">
      <Input
        aria-label={t.note}
        placeholder={t.note}
        maxLength={500}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      <strong>{t.because}</strong>
      {REASONS.map((reason) => (
        <Button key={reason} block onClick={() => decline(reason)}>
          {w.declineReason[reason]}
        </Button>
      ))}
    </div>
  );
}

/** The firm's answer to a proposal, in one tap; it may be changed while the proposal is open. */
export function Answer({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(answerTexts);
  const { ago } = useFormat();
  const text = useAnswerText();
  const toast = useToast();
  const answer = useAnswer(proposal.id);
  const [changing, change] = useState(false);
  const given = proposal.answer;
  if (proposal.status !== 'released') return null;
  const send = (said: Said) =>
    answer.mutate(said, {
      onSuccess: () => {
        change(false);
        const undo = given && { label: t.undo, run: () => answer.mutate(given) };
        toast.done(t.told(text(said)), undo ?? { label: t.change, run: () => change(true) });
      },
      onError: (error) => toast.failed(error),
    });
  if (given && !changing)
    return (
      <div className="row apart answer">
        <span className="row">
          <Tag tone={given.answer === 'interested' ? 'good' : 'warn'}>{t.yours(text(given), ago(given.at))}</Tag>
        </span>
        <button type="button" className="plain" onClick={() => change(true)}>
          {t.change}
        </button>
      </div>
    );
  return (
    <div className="row answer">
      <Button
        type={proposal.asked ? 'default' : 'primary'}
        loading={answer.isPending}
        onClick={() => send({ answer: 'interested' })}
      >
        {proposal.asked ? t.interestedOnly : t.interested}
      </Button>
      <Panel label={t.decline} wide button={t.decline}>
        {(close) => (
          <Reasons
            send={(said) => {
              close();
              send(said);
            }}
          />
        )}
      </Panel>
    </div>
  );
}
