import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { demandsByName } from '#web/api/search';
import { useTexts } from '#web/i18n/texts';
import { SearchBox } from '#web/parts/search-box';
import { Async } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { broughtQuery, useDesk } from './queries';
import { settingsTexts } from './settings-texts';

type Brought = { readonly id: string; readonly title: string; readonly leaderId: string; readonly leaderName: string };

interface PartProps {
  readonly id: string;
  /** Nothing can be chosen once a schedule stands on the demands. */
  readonly open: boolean;
  readonly brought: readonly Brought[];
}

function Chosen({ id, open, brought }: PartProps) {
  const t = useTexts(settingsTexts);
  const toast = useToast();
  const { dropDemand } = useDesk(id);
  const drop = ({ id: demandId, leaderId }: Brought) => {
    const left = brought.filter((one) => one.leaderId === leaderId && one.id !== demandId);
    // The row goes: what is said afterwards must not go with it.
    void dropDemand
      .mutateAsync({ organisationId: leaderId, demandIds: left.map((one) => one.id) })
      .then(() => toast.done(t.dropped))
      .catch((error: Error) => toast.failed(error));
  };
  if (brought.length === 0) return <p className="soft">{t.noDemands}</p>;
  return (
    <ul className="stack tight" aria-label={t.demands}>
      {brought.map((one) => (
        <li className="row apart" style={{ flexWrap: 'nowrap' }} key={`${one.leaderId} ${one.id}`}>
          <span>
            <Link to={`/demands/${one.id}`} target="_blank">
              {one.title}
            </Link>{' '}
            <span className="soft small">{one.leaderName}</span>
          </span>
          {open && (
            <Button size="small" aria-label={t.drop(one.title)} onClick={() => drop(one)}>
              ✕
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Find({ id, brought }: PartProps) {
  const t = useTexts(settingsTexts);
  const toast = useToast();
  const [q, setQ] = useState('');
  const { data: found } = useQuery(demandsByName(q));
  const { bring } = useDesk(id);
  const taken = new Set(brought.map((one) => one.id));
  const free = found?.filter((one) => !taken.has(one.id));
  const choose = (demandId: string) =>
    void bring
      .mutateAsync(demandId)
      .then(() => toast.done(t.chosen))
      .catch((error: Error) => toast.failed(error));
  return (
    <>
      <SearchBox value={q} label={t.findDemand} placeholder={t.demandPlaceholder} go={setQ} />
      {found && free?.length === 0 && <p className="soft small">{found.length === 0 ? t.nothing : t.allChosen}</p>}
      <ul className="stack tight">
        {free?.map(({ id: demandId, show: { title, ownerName } }) => (
          <li className="row apart" key={demandId}>
            <span>
              {title} {ownerName && <span className="soft small">{ownerName}</span>}
            </span>
            <Button size="small" aria-label={t.chooseOne(title)} onClick={() => choose(demandId)}>
              {t.choose}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What leaders bring to the event: by these firms are found that fit. */
export function EventDemands({ id, open, inviting }: { id: string; open: boolean; inviting: boolean }) {
  const t = useTexts(settingsTexts);
  const brought = useQuery(broughtQuery(id));
  return (
    <div className="stack tight">
      <h3>{t.demands}</h3>
      {inviting && <p className="soft small">{t.demandsHint}</p>}
      <Async of={brought}>
        {(found) => (
          <>
            <Chosen id={id} open={open} brought={found} />
            {inviting && <Find id={id} open={open} brought={found} />}
          </>
        )}
      </Async>
    </div>
  );
}
