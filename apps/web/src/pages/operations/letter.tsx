import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Panel } from '#web/parts/panel';
import { Async } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { letterQuery, type Remedy, useRemedy } from './queries';
import { operationsTexts } from './texts';

function Whole({ id }: { readonly id: string }) {
  const t = useTexts(operationsTexts);
  const [open, setOpen] = useState(false);
  const letter = useQuery({ ...letterQuery(id), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.whole}</summary>
      {open && (
        <Async of={letter}>
          {({ event }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
            <pre className="event" tabIndex={0}>
              {JSON.stringify(event, undefined, 2)}
            </pre>
          )}
        </Async>
      )}
    </details>
  );
}

/** An event that was set aside: why, and what to do about it. */
export function Letter({ letter: { id, group, reason, at, event } }: { readonly letter: Schemas['LetterView'] }) {
  const t = useTexts(operationsTexts);
  const { time } = useFormat();
  const toast = useToast();
  const remedy = useRemedy(id);
  const run = (kind: Remedy) =>
    remedy.mutate(kind, {
      onSuccess: () => toast.done(kind === 'replay' ? t.replayed : t.dropped),
      onError: (error) => toast.failed(error),
    });
  return (
    <li className="card stack tight">
      <div className="row apart">
        <div className="row">
          <h3>{event.type}</h3>
          <Tag tone="warn">{group}</Tag>
        </div>
        <div className="row">
          <Button type="primary" loading={remedy.isPending} onClick={() => run('replay')}>
            {t.replay}
          </Button>
          <Panel label={t.drop} button={t.drop} wide>
            {(close) => (
              <div className="stack tight">
                <p>{t.sure}</p>
                <Button
                  danger
                  block
                  onClick={() => {
                    close();
                    run('drop');
                  }}
                >
                  {t.really}
                </Button>
              </div>
            )}
          </Panel>
        </div>
      </div>
      <p className="notice-line bad">{reason}</p>
      <p className="soft small">
        {time(at)} · {event.topic} · {event.subject}
      </p>
      <Whole id={id} />
    </li>
  );
}
