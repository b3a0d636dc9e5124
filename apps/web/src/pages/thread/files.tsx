import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type StepKind, threadFilesQuery } from '#web/api/attachments';
import type { Thread } from '#web/api/engagements';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Attach, Attachments } from '#web/parts/attachments';
import { Pick } from '#web/parts/pick';
import { Async, Bones } from '#web/parts/state';
import { threadTexts } from './texts';

/** Files between the two sides: each is a message too, and may be evidence of a step. */
export function ThreadFiles({ thread, side }: { readonly thread: Thread; readonly side: boolean }) {
  const t = useTexts(threadTexts);
  const files = useQuery(threadFilesQuery(thread.id));
  const [step, setStep] = useState('');
  const open = side && thread.status === 'open';
  const steps = thread.steps.map(({ kind }) => ({ value: kind, label: t.evidenceOf(t.step[kind]) }));
  return (
    <section className="card stack tight" aria-label={t.files}>
      <h2>{t.files}</h2>
      {open && (
        <>
          <Pick
            label={t.fileStep}
            value={step}
            options={[{ value: '', label: t.noStep }, ...steps]}
            onChange={setStep}
          />
          <Attach place={{ thread: thread.id, step: step === '' ? undefined : (step as StepKind) }} />
        </>
      )}
      <Async of={files} bones={<Bones count={1} height={48} />}>
        {(items) => (
          <Attachments
            files={items}
            changes={open}
            more={(file) => file.step && <p className="small">{t.evidenceOf(nameOf(t.step, file.step))}</p>}
          />
        )}
      </Async>
    </section>
  );
}
