import type { Thread } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Tick } from '#web/parts/tick';
import { useToast } from '#web/parts/toast';
import { useMove } from './queries';
import { threadTexts } from './texts';

/** People of the firm who appear in the thread, by id. */
function peopleOf({ firm, steps, readers = [] }: Thread): Map<string, string> {
  const owners = steps.flatMap(({ owner }) => (owner?.side === 'firm' ? [owner] : []));
  return new Map([...(firm ? [firm] : []), ...owners, ...readers].map(({ id, name }) => [id, name]));
}

/** Who of the firm may read what is kept for named readers; the owner of the demand says so. */
export function Readers({ thread }: { readonly thread: Thread }) {
  const t = useTexts(threadTexts);
  const toast = useToast();
  const me = useMe();
  const move = useMove(thread);
  const named = new Set(thread.readers?.map(({ id }) => id));
  const people = [...peopleOf(thread)];
  const mayName = thread.ownerId === me?.organisation?.id && thread.status === 'open';
  const toggle = (id: string) => {
    const personIds = named.has(id) ? [...named].filter((other) => other !== id) : [...named, id];
    return move.mutateAsync(
      { move: 'name-readers', personIds },
      { onSuccess: () => toast.done(t.told), onError: (error) => toast.failed(error) },
    );
  };
  return (
    <section className="card stack tight" aria-label={t.readers}>
      <h2>{t.readers}</h2>
      {mayName ? (
        people.map(([id, name]) => (
          <Tick key={id} checked={named.has(id)} disabled={move.isPending} send={() => toggle(id)}>
            <span>{name}</span>
          </Tick>
        ))
      ) : (
        <p>{thread.readers?.map(({ name }) => name).join('、') || t.noReaders}</p>
      )}
      <p className="soft small">{t.readersHint}</p>
    </section>
  );
}
