import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Demand, take } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Async, Bones } from '#web/parts/state';

const logTexts = texts({
  zh: {
    title: '谁看过保密内容',
    hint: '企业签署保密协议后、或工作人员查看需求时，看到的保密内容都记在这里。',
    none: '还没有人看过。',
    read: (fields: string) => `看到：${fields}`,
  },
  en: {
    title: 'Who has read what is confidential',
    hint: 'What firms see after the NDA, and staff when they look at the demand, is noted here.',
    none: 'Nobody has yet.',
    read: (fields) => `Saw: ${fields}`,
  },
});

const accessQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id, 'access'],
    queryFn: async () =>
      (await take(api.GET('/api/v1/demands/{id}/access-log', { params: { path: { id }, query: { limit: 20 } } })))
        .items,
  });

/** The latest looks at confidential fields of a demand. */
export function AccessLog({ demand: { id } }: { readonly demand: Demand }) {
  const t = useTexts(logTexts);
  const w = useTexts(words);
  const { time } = useFormat();
  const log = useQuery(accessQuery(id));
  return (
    <section className="card stack tight" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="soft small">{t.hint}</p>
      <Async of={log} bones={<Bones count={1} height={48} />}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">{t.none}</p>
          ) : (
            <ol className="stack tight small">
              {items.map(({ at, byName, organisationName, readIn, fields }) => (
                <li key={`${at} ${byName} ${readIn} ${fields.join()}`}>
                  <p>{[byName, organisationName].filter(Boolean).join(' · ')}</p>
                  <p>{t.read(fields.map((field) => nameOf(w.field, field)).join('、'))}</p>
                  <p className="soft">{time(at)}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Async>
    </section>
  );
}
