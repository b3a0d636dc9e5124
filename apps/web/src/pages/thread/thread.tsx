import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Thread, threadQuery } from '#web/api/engagements';
import { peopleQuery } from '#web/api/people';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { FileLink } from '#web/parts/attachments';
import { DemandFacts } from '#web/parts/demand-facts';
import { DemandFiles } from '#web/parts/demand-files';
import { Page } from '#web/parts/page';
import { Panel } from '#web/parts/panel';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { ThreadFiles } from './files';
import { type Move, messagesQuery, useMove } from './queries';
import { Readers } from './readers';
import { Steps } from './steps';
import { threadTexts } from './texts';

function useSend(thread: Thread) {
  const t = useTexts(threadTexts);
  const toast = useToast();
  const move = useMove(thread);
  return (asked: Move) =>
    move.mutate(asked, { onSuccess: () => toast.done(t.told), onError: (error) => toast.failed(error) });
}

function Messages({ thread, side }: { readonly thread: Thread; readonly side: boolean }) {
  const t = useTexts(threadTexts);
  const { ago } = useFormat();
  const messages = useQuery(messagesQuery(thread.id));
  const toast = useToast();
  const move = useMove(thread);
  const [text, setText] = useState('');
  const send = () =>
    move.mutate(
      { move: 'write', text: text.trim() },
      { onSuccess: () => setText(''), onError: (error) => toast.failed(error) },
    );
  return (
    <section className="card stack tight">
      <h2>{t.messages}</h2>
      {side && thread.status === 'open' && (
        <div className="stack tight">
          <Input.TextArea
            aria-label={t.write}
            placeholder={t.write}
            autoSize={{ minRows: 2 }}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button disabled={!text.trim()} loading={move.isPending} onClick={send}>
              {t.send}
            </Button>
          </div>
        </div>
      )}
      <Async of={messages} bones={<Bones count={1} />}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">{t.noMessages}</p>
          ) : (
            <ul className="stack tight">
              {items.map(({ id, byName, side: of, at, text: said, file, step }) => (
                <li key={id}>
                  <p className="soft small">
                    {byName} · {nameOf(t.side, of)} · {ago(at)}
                  </p>
                  <p className="pre">{file ? <FileLink {...file} /> : said}</p>
                  {step && <p className="soft small">{t.evidenceOf(nameOf(t.step, step))}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </section>
  );
}

/** Colleagues to whom the thread can go. */
function Colleagues({ hand }: { readonly hand: (personId: string) => void }) {
  const t = useTexts(threadTexts);
  const me = useMe();
  const people = useInfiniteQuery(peopleQuery(me?.organisation?.id ?? ''));
  return (
    <Async of={people} bones={<Bones count={1} height={40} />}>
      {({ pages }) => (
        <div className="stack tight">
          {pages
            .flatMap(({ items }) => items)
            .filter(({ active }) => active)
            .map(({ id, name }) => (
              <Button block key={id} onClick={() => hand(id)}>
                {t.handTo(name)}
              </Button>
            ))}
        </div>
      )}
    </Async>
  );
}

function Owners({ thread, side }: { readonly thread: Thread; readonly side: boolean }) {
  const t = useTexts(threadTexts);
  const send = useSend(thread);
  const named = (owner: Thread['leader']) => (owner ? `${owner.name}${owner.gone ? `（${t.gone}）` : ''}` : t.nobody);
  return (
    <section className="card stack tight">
      <h2>{t.owners}</h2>
      <dl className="facts">
        <dt>{t.side.leader}</dt>
        <dd>{named(thread.leader)}</dd>
        <dt>{t.side.firm}</dt>
        <dd>{named(thread.firm)}</dd>
      </dl>
      {side && thread.status === 'open' && (
        <div className="row">
          <Panel label={t.handOver} wide button={t.handOver}>
            {(close) => (
              <Colleagues
                hand={(personId) => {
                  close();
                  send({ move: 'hand-over', personId });
                }}
              />
            )}
          </Panel>
          <Panel label={t.end} wide button={t.end}>
            {(close) => (
              <div className="stack tight">
                <strong>{t.endBecause}</strong>
                {ENDINGS.map((reason) => (
                  <Button
                    block
                    key={reason}
                    onClick={() => {
                      close();
                      send({ move: 'end', reason });
                    }}
                  >
                    {t.ending[reason]}
                  </Button>
                ))}
              </div>
            )}
          </Panel>
        </div>
      )}
    </section>
  );
}

const ENDINGS = ['completed', 'price', 'quality', 'schedule', 'terms', 'no-answer', 'plans-changed'] as const;

function Detail({ thread }: { readonly thread: Thread }) {
  const t = useTexts(threadTexts);
  const own = useMe()?.organisation?.id;
  const side = own !== undefined && (thread.ownerId === own || thread.organisationId === own);
  const { ending, demand } = thread;
  const because = ending && [nameOf(t.ending, ending.reason), ending.note].filter(Boolean).join('：');
  return (
    <>
      <header className="stack tight">
        <div className="row">
          <Tag tone={ending ? 'plain' : 'good'}>{because === undefined ? t.open : t.ended(because)}</Tag>
        </div>
        <h1>{thread.demandTitle}</h1>
        <p className="soft">{t.between(thread.ownerName, thread.firmName)}</p>
      </header>
      <div className="two">
        <div className="stack">
          <Steps thread={thread} side={side} />
          <ThreadFiles thread={thread} side={side} />
          <Messages thread={thread} side={side} />
        </div>
        <aside className="stack">
          <Owners thread={thread} side={side} />
          <Readers thread={thread} />
          <DemandFiles demandId={thread.demandId} />
          {demand && (
            <section className="card stack tight">
              <h2>{t.demand}</h2>
              <DemandFacts demand={demand} />
              <Link to={`/demands/${thread.demandId}`}>{t.demand}</Link>
              {thread.responseId && <Link to={`/responses/${thread.responseId}`}>{t.response}</Link>}
            </section>
          )}
        </aside>
      </div>
    </>
  );
}

/** One thread (对接): its steps, who sees to it, and what the two sides write to each other. */
export default function ThreadPage() {
  const t = useTexts(threadTexts);
  const { id = '' } = useParams();
  const thread = useQuery(threadQuery(id));
  return (
    <Page title={thread.data?.demandTitle ?? t.loading} bare>
      <Async of={thread} bones={<Bones count={3} height={180} />}>
        {(data) => <Detail thread={data} />}
      </Async>
    </Page>
  );
}
