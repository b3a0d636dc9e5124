import { useQuery } from '@tanstack/react-query';
import type { Demand } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { FirmChanges } from '#web/parts/firm-changes';
import { changesQuery } from './queries';

const changesTexts = texts({
  zh: {
    title: '修改前后的名单',
    hint: '每次修改需求后，哪些企业进来了、离开了、位置变了，以及为什么。',
    when: (when: string, before: number, after: number) => `${when}修改：原 ${before} 家，现 ${after} 家`,
  },
  en: {
    title: 'The list before and after a change',
    hint: 'Each time the demand was changed: who came, who went, who moved, and why.',
    when: (when, before, after) => `Changed ${when}: ${before} firms before, ${after} after`,
  },
});

/** What changes of the demand did to the firms proposed for it; nothing while it was never changed. */
export function Changes({ demand }: { readonly demand: Demand }) {
  const t = useTexts(changesTexts);
  const { ago } = useFormat();
  const { data = [] } = useQuery(changesQuery(demand.id));
  if (data.length === 0) return null;
  return (
    <section className="card stack tight" aria-label={t.title}>
      <div>
        <h2>{t.title}</h2>
        <p className="soft small">{t.hint}</p>
      </div>
      {data.map((change, at) => (
        <details key={change.demandVersion} open={at === 0}>
          <summary>{t.when(ago(change.at), change.before, change.after)}</summary>
          <FirmChanges firms={change.firms} />
        </details>
      ))}
    </section>
  );
}
