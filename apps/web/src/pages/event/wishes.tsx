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

type Said = Schemas['PreferencesOfEventView'];

interface RowProps {
  readonly other: Schemas['ParticipantView'];
  readonly said: Said;
  readonly choose: (organisationId: string, demandId: string | undefined, wish: Kind | undefined) => void;
  readonly block: (organisationId: string) => void;
}

/** The wish for an organisation, or for one demand of it. */
const wishOf = ({ wishes }: Said, organisationId: string, demandId?: string) =>
  wishes.find((one) => one.organisationId === organisationId && one.demandId === demandId)?.wish;

interface KindsProps {
  readonly name: string;
  readonly wish: string | undefined;
  readonly choose: (wish: Kind | undefined) => void;
}

function Kinds({ name, wish, choose }: KindsProps) {
  const t = useTexts(eventTexts);
  return (
    <fieldset className="plain-set row">
      <legend className="unseen">{name}</legend>
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
  );
}

function Row({ other, said, choose, block }: RowProps) {
  const t = useTexts(eventTexts);
  const { percent } = useFormat();
  const { organisationId, name, side, fit, demands, metBefore } = other;
  const blocked = said.blocked.includes(organisationId);
  return (
    <li className="stack tight">
      <div className="row apart">
        <div>
          <h3>{name}</h3>
          <p className="soft small">
            {[
              metBefore && t.metBefore,
              fit !== undefined && t.fit(percent(fit)),
              // A leader's own are below; here stands what brings the two together.
              ...demands.filter((one) => side === 'leader' || one.fit !== undefined).map(({ title }) => title),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Kinds
          name={name}
          wish={wishOf(said, organisationId)}
          choose={(wish) => choose(organisationId, undefined, wish)}
        />
      </div>
      <details>
        <summary className="small">{t.finer}</summary>
        <ul className="stack tight">
          {demands.map(({ id, title, fit: ofDemand }) => (
            <li className="row apart" key={id}>
              <span className="small">
                {title}
                {ofDemand !== undefined && <span className="soft"> {t.fit(percent(ofDemand))}</span>}
              </span>
              <Kinds
                name={title}
                wish={wishOf(said, organisationId, id)}
                choose={(wish) => choose(organisationId, id, wish)}
              />
            </li>
          ))}
          <li className="row apart">
            <span className="small soft">{t.blockHint}</span>
            <button type="button" className="chip" aria-pressed={blocked} onClick={() => block(organisationId)}>
              {t.block}
            </button>
          </li>
        </ul>
      </details>
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
  const give = (wishes: Said['wishes'], blocked: Said['blocked']) =>
    prefer.mutate(
      { wishes: wishes as Schemas['WishInput'][], blocked },
      { onSuccess: () => toast.done(t.saved), onError: (error) => toast.failed(error) },
    );
  const choose =
    (said: Said): RowProps['choose'] =>
    (organisationId, demandId, wish) => {
      const kept = said.wishes.filter((one) => one.organisationId !== organisationId || one.demandId !== demandId);
      const now = wish && { organisationId, ...(demandId ? { demandId } : {}), wish };
      give([...kept, ...(now ? [now] : [])], said.blocked);
    };
  const block = (said: Said) => (organisationId: string) => {
    const kept = said.blocked.filter((one) => one !== organisationId);
    give(said.wishes, kept.length < said.blocked.length ? kept : [...kept, organisationId]);
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
                        said={said}
                        choose={choose(said)}
                        block={block(said)}
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
