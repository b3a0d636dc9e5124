import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { firmsByName } from '#web/api/search';
import { useTexts } from '#web/i18n/texts';
import { SearchBox } from '#web/parts/search-box';
import { useTold } from './list';
import { contradictionsQuery, useCurate } from './queries';
import { curationTexts } from './texts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What the firm contradicts, the reason, and the confirmation where there is something to confirm. */
function Add({ id, firm, close }: { readonly id: string; readonly firm: Chosen; readonly close: () => void }) {
  const t = useTexts(curationTexts);
  const told = useTold();
  const name = useId();
  const { touch } = useCurate(id);
  const { data, error } = useQuery(contradictionsQuery(id, firm.id));
  const [reason, setReason] = useState('');
  const [confirm, setConfirm] = useState(false);
  if (error) return <p className="notice-line bad">{error.message}</p>;
  if (!data) return null;
  const broken = data.contradicts;
  const ready = reason.trim() !== '' && (broken.length === 0 || confirm);
  const send = () =>
    touch.mutate(
      { firmId: firm.id, kind: 'match', reason: reason.trim(), confirm },
      {
        onError: told.onError,
        onSuccess: () => {
          told.onSuccess();
          close();
        },
      },
    );
  return (
    <div className="stack tight">
      <h3>{t.chosen(firm.name)}</h3>
      {broken.length === 0 ? (
        <p className="soft small">{t.fits}</p>
      ) : (
        <div className="notice-line warn">
          <p>{t.contradicts}</p>
          <ul>
            {broken.map(({ requirement, sentence }) => (
              <li key={requirement}>{sentence}</li>
            ))}
          </ul>
          <label className="tick">
            <input type="checkbox" checked={confirm} onChange={(event) => setConfirm(event.target.checked)} />
            <span>{t.confirm}</span>
          </label>
        </div>
      )}
      <div className="stack tight">
        <label htmlFor={name}>{t.reason}</label>
        <Input.TextArea
          id={name}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="primary" disabled={!ready} loading={touch.isPending} onClick={send}>
        {t.add}
      </Button>
    </div>
  );
}

/** Finds any firm and puts it into the list. */
export function ByHand({ id }: { readonly id: string }) {
  const t = useTexts(curationTexts);
  const [q, setQ] = useState('');
  const [chosen, choose] = useState<Chosen>();
  const { data } = useQuery(firmsByName(q));
  return (
    <section className="card stack" aria-label={t.byHand}>
      <div>
        <h2>{t.byHand}</h2>
        <p className="soft small">{t.byHandHint}</p>
      </div>
      <SearchBox
        value={q}
        label={t.search}
        placeholder={t.placeholder}
        go={(text) => {
          setQ(text);
          choose(undefined);
        }}
      />
      {chosen ? (
        <Add id={id} firm={chosen} close={() => choose(undefined)} />
      ) : (
        <>
          {data?.length === 0 && <p className="soft small">{t.nobody}</p>}
          <ul className="stack tight">
            {data?.map((hit) => (
              <li key={hit.id} className="row apart">
                <span>{hit.show.name}</span>
                <Button
                  aria-label={`${t.choose} ${hit.show.name}`}
                  onClick={() => choose({ id: hit.id, name: hit.show.name })}
                >
                  {t.choose}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
