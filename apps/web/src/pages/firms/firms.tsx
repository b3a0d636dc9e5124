import { useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Finder, FinderBox, useAsked } from '#web/parts/finder';
import { Marked } from '#web/parts/marked';
import { Page } from '#web/parts/page';
import { Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { firmsQuery } from './queries';
import { firmsTexts } from './texts';

type Hit = Schemas['FirmHitView'];

function Row({ hit: { id, show, marked } }: { readonly hit: Hit }) {
  const w = useTexts(words);
  const { list } = useFormat();
  const excerpt = marked.products ?? marked.processes ?? marked.patents ?? marked.other;
  return (
    <li className="card lift stack tight">
      <div className="row">
        {show.tier && <Tag tone="clay">{show.tier}</Tag>}
        <Tag tone={show.claimed ? 'good' : 'plain'}>{show.claimed ? w.claimed : w.unclaimed}</Tag>
        <span className="soft small">{show.region}</span>
      </div>
      <h2>
        <Link to={`/firms/${id}`}>{marked.name ? <Marked text={marked.name} /> : show.name}</Link>
      </h2>
      <p className="small">{excerpt ? <Marked text={excerpt} /> : list(show.products.slice(0, 3))}</p>
    </li>
  );
}

/** Every firm by its card, to search and to narrow. */
export default function FirmsPage() {
  const t = useTexts(firmsTexts);
  const { number } = useFormat();
  const asking = useAsked();
  const query = firmsQuery(asking.asked);
  // Asked while the page is being made, not once it stands.
  usePrefetchInfiniteQuery(query);
  const found = useInfiniteQuery(query);
  return (
    <Page title={t.title} lead={t.lead}>
      <FinderBox of={asking} label={t.search} placeholder={t.placeholder} />
      <Finder
        label={t.title}
        asking={asking}
        found={found}
        groups={[
          { key: 'region', title: t.region },
          { key: 'tier', title: t.tier },
          { key: 'industry', title: t.industry },
          { key: 'claimed', title: t.claimed, nameOf: (value) => nameOf(t.yesNo, value) },
        ]}
        count={({ total, capped }) => t.found(number(total), capped)}
        none={<Empty title={t.none} hint={t.noneHint} />}
      >
        {(hit) => <Row key={hit.id} hit={hit} />}
      </Finder>
    </Page>
  );
}
