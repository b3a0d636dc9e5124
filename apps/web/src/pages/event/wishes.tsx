import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Async, Empty } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { participantsQuery, preferencesQuery, useParticipant } from './queries';
import { eventTexts } from './texts';

const KINDS = ['must', 'would', 'no'] as const;
type Kind = (typeof KINDS)[number];

function Row({
  other,
  wish,
  choose,
}: {
  readonly other: Schemas['ParticipantView'];
  readonly wish: string | undefined;
  readonly choose: (wish: Kind | undefined) => void;
}) {
  const t = useTexts(eventTexts);
  const { percent } = useFormat();
  return (
    <li className="stack tight">
      <div className="row apart">
        <div>
          <h3>{other.name}</h3>
          <p className="soft small">
            {[other.fit !== undefined && t.fit(percent(other.fit)), ...other.demands.map(({ title }) => title)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <fieldset className="plain-set row">
          <legend className="unseen">{other.name}</legend>
          {KINDS.map((kind) => (
            <button
              type="button"
              className="chip"
              key={kind}
              aria-pressed={wish === kind}
              onClick={() => choose(wish === kind ? undefined : kind)}
            >
              {t.wish[kind]}
            </button>
          ))}
        </fieldset>
      </div>
    </li>
  );
}

/** Whom the reader's organisation wants to meet: each tap is saved. */
export function Wishes({ id }: { readonly id: string }) {
  const t = useTexts(eventTexts);
  const toast = useToast();
  const others = useInfiniteQuery(participantsQuery(id));
  const preferences = useQuery(preferencesQuery(id));
  const { prefer } = useParticipant(id);
  const choose = (said: Schemas['PreferencesOfEventView'], organisationId: string, wish: Kind | undefined) => {
    const kept = said.wishes.filter((one) => one.organisationId !== organisationId || one.demandId !== undefined);
    const wishes = [...kept, ...(wish ? [{ organisationId, wish }] : [])];
    prefer.mutate(
      { wishes, blocked: said.blocked },
      { onSuccess: () => toast.done(t.saved), onError: (error) => toast.failed(error) },
    );
  };
  return (
    <section className="card stack">
      <h2>{t.wishes}</h2>
      <Async of={preferences}>
        {(said) => (
          <>
            <p className="soft">{t.wishesHint(said.musts)}</p>
            <Async of={others}>
              {({ pages }) => {
                const items = pages.flatMap((page) => page.items);
                return items.length === 0 ? (
                  <Empty title={t.nobody} />
                ) : (
                  <ul className="stack">
                    {items.map((other) => (
                      <Row
                        key={other.organisationId}
                        other={other}
                        wish={
                          said.wishes.find((one) => one.organisationId === other.organisationId && !one.demandId)?.wish
                        }
                        choose={(wish) => choose(said, other.organisationId, wish)}
                      />
                    ))}
                  </ul>
                );
              }}
            </Async>
          </>
        )}
      </Async>
      {others.hasNextPage && <Button onClick={() => void others.fetchNextPage()}>{t.more}</Button>}
    </section>
  );
}
