import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Demand, take } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Async, Bones } from '#web/parts/state';

const logTexts = texts({
  zh: {
    title: '谁看过保密内容',
    hint: '企业签署保密协议后、或工作人员查看需求时，看到的保密内容和下载的保密文件都记在这里。',
    none: '还没有人看过。',
    read: (fields: string) => `看到：${fields}`,
    listed: (names: string) => `看到文件名：${names}`,
    taken: (names: string) => `下载：${names}`,
  },
  en: {
    title: 'Who has read what is confidential',
    hint: 'What firms see and take after the NDA, and staff when they look at the demand, is noted here.',
    none: 'No one has yet.',
    read: (fields) => `Saw: ${fields}`,
    listed: (names) => `Saw names of files: ${names}`,
    taken: (names) => `Took: ${names}`,
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
  const { time, list } = useFormat();
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
              {items.map(({ at, byName, organisationName, readIn, fields, files = [] }) => (
                <li key={`${at} ${byName} ${readIn} ${fields.join()} ${files.join()}`}>
                  <p>{[byName, organisationName].filter(Boolean).join(' · ')}</p>
                  {fields.length > 0 && <p>{t.read(list(fields.map((field) => nameOf(w.field, field))))}</p>}
                  {files.length > 0 && <p>{readIn === 'download' ? t.taken(list(files)) : t.listed(list(files))}</p>}
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
