import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Tick } from '#web/parts/tick';
import { heldQuery, settingsQuery, useHoldLists } from './queries';
import { Queue, useTold } from './queue';
import { deskTexts } from './texts';

/** Whether new lists wait for staff. */
function HoldLists() {
  const t = useTexts(deskTexts);
  const { ago } = useFormat();
  const { data } = useQuery(settingsQuery);
  const set = useHoldLists();
  const told = useTold(t.holdSet);
  return (
    <section className="card stack tight">
      <Tick checked={data?.hold ?? false} disabled={!data} send={(hold) => set.mutateAsync(hold, told)}>
        <strong>{t.holdAll}</strong>
      </Tick>
      <p className="soft small">{t.holdAllHint}</p>
      <p className="soft small">{data?.byName && data.at ? t.setBy(data.byName, ago(data.at)) : '\u00a0'}</p>
    </section>
  );
}

/** Lists that wait until staff send them out. */
export function Lists() {
  const t = useTexts(deskTexts);
  const { ago } = useFormat();
  return (
    <div className="stack">
      <HoldLists />
      <Queue of={useQuery(heldQuery)} none={t.noneLists}>
        {({ demandId, title, ownerName, decidedAt, firms }) => (
          <li key={demandId} className="card row apart">
            <div>
              <h2>{title}</h2>
              <p className="soft small">{[ownerName, t.firms(firms), ago(decidedAt)].filter(Boolean).join(' · ')}</p>
            </div>
            <Link className="enter" to={`/my/demands/${demandId}/curation`}>
              {t.curate}
            </Link>
          </li>
        )}
      </Queue>
    </div>
  );
}
