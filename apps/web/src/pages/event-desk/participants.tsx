import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import { type MatchmakingEvent, planQuery, registrationsQuery } from '#web/api/events';
import { organisationsByName } from '#web/api/search';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Item, useForm } from '#web/parts/form';
import { SearchBox } from '#web/parts/search-box';
import { Async, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { broughtQuery, candidatesQuery, figuresQuery, seatOffersQuery, useDesk } from './queries';
import { Repair } from './repair';
import { ParticipantSheet } from './sheet';
import { eventDeskTexts } from './texts';

type Registration = Schemas['RegistrationView'];

/**
 * Who has been marked as absent and has not come: others were asked to take its seats, or a meeting was cancelled for it. Where
 * neither side of such a meeting is here it cannot be told for which of them, and nobody is named.
 */
function useAbsent({ id, phase }: MatchmakingEvent, registrations: readonly Registration[]): ReadonlySet<string> {
  const onDay = phase === 'live';
  const offers = useQuery({ ...seatOffersQuery(id), enabled: onDay });
  const plan = useQuery({ ...planQuery(id), enabled: onDay });
  const here = new Set(
    registrations.flatMap(({ organisationId, checkedInAt }) => (checkedInAt ? [organisationId] : [])),
  );
  const marked = (offers.data ?? []).map(({ absentId }) => absentId);
  for (const { cancelled, leaderId, smeId } of plan.data?.meetings ?? []) {
    if (cancelled !== 'absent') continue;
    if (here.has(leaderId)) marked.push(smeId);
    if (here.has(smeId)) marked.push(leaderId);
  }
  return new Set(marked.filter((organisationId) => !here.has(organisationId)));
}

interface RowProps {
  readonly event: MatchmakingEvent;
  readonly one: Registration;
  readonly absent: boolean;
}

function Row({ event, one, absent }: RowProps) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { decide } = useDesk(event.id);
  const failed = (error: Error) => toast.failed(error);
  const { organisationId, organisationName, side, status, checkedInAt, representatives } = one;
  const answer = (decision: 'approve' | 'reject') => decide.mutate({ organisationId, decision }, { onError: failed });
  const onDay = (event.phase === 'final' || event.phase === 'live') && status === 'approved';
  return (
    <li className="row apart">
      <div>
        <div className="row">
          <strong>{organisationName}</strong>
          <Tag>{t.side[side]}</Tag>
          <Tag tone={status === 'approved' ? 'good' : 'plain'}>{t.status[status]}</Tag>
          {checkedInAt && <Tag tone="accent">{t.there}</Tag>}
          {absent && <Tag tone="bad">{t.absent}</Tag>}
        </div>
        <p className="soft small">
          {representatives
            .map(({ name }) => name)
            // Nobody is named yet: it comes in the name of the organisation.
            .filter((name) => name !== organisationName)
            .join(' · ')}
        </p>
      </div>
      <div className="row">
        {status === 'applied' && (
          <>
            <Button type="primary" onClick={() => answer('approve')}>
              {t.approve}
            </Button>
            <Button onClick={() => answer('reject')}>{t.reject}</Button>
          </>
        )}
        {onDay && <Repair event={event} organisationId={organisationId} name={organisationName} />}
      </div>
    </li>
  );
}

const SIDES: ('leader' | 'sme')[] = ['leader', 'sme'];

/** One line to type something and send it. */
function OneLine({
  label,
  button,
  send,
}: {
  readonly label: string;
  readonly button: string;
  readonly send: (text: string) => void;
}) {
  const [form] = useForm<{ text: string }>();
  return (
    <Form
      form={form}
      layout="inline"
      onFinish={({ text }) => {
        send(text.trim());
        form.resetFields();
      }}
    >
      <Item name="text" label={label} rules={[{ required: true, message: label }]}>
        <Input autoComplete="off" maxLength={60} />
      </Item>
      <Button htmlType="submit">{button}</Button>
    </Form>
  );
}

/** Leaders and firms by name, for those that no demand of the event leads to. */
function Find({ send }: { readonly send: (organisationId: string) => void }) {
  const t = useTexts(eventDeskTexts);
  const [q, setQ] = useState('');
  const { data: found } = useQuery(organisationsByName(q, SIDES));
  return (
    <div className="stack tight">
      <p className="soft small">{t.findHint}</p>
      <SearchBox value={q} label={t.find} placeholder={t.findPlaceholder} go={setQ} />
      {found?.length === 0 && <p className="soft small">{t.nothing}</p>}
      <ul className="stack tight">
        {found?.map(({ id, show: { name, kind, region } }) => (
          <li className="row apart" key={id}>
            <span className="row">
              {name} <Tag>{t.side[kind === 'leader' ? 'leader' : 'sme']}</Tag>
              <span className="soft small">{region}</span>
            </span>
            <Button aria-label={t.inviteOne(name)} onClick={() => send(id)}>
              {t.invite}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Candidates({ id }: { readonly id: string }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { percent } = useFormat();
  const candidates = useQuery(candidatesQuery(id));
  const brought = useQuery(broughtQuery(id));
  const { invite } = useDesk(id);
  // Who is invited is a candidate no more, and the row goes: what is said afterwards must not go with it.
  const send = (organisationId: string) =>
    void invite
      .mutateAsync(organisationId)
      .then(([one]) => toast.done(one && one.status !== 'invited' ? t.isThere(one.organisationName) : t.invited))
      .catch((error: Error) => toast.failed(error));
  return (
    <section className="card stack">
      <div>
        <h2>{t.candidates}</h2>
        <p className="soft">{t.candidatesHint}</p>
      </div>
      <Async of={candidates}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{brought.data?.length === 0 ? t.demandsFirst : t.noCandidates}</p>
          ) : (
            <ul className="stack tight">
              {found.map(({ organisationId, name, fit }) => (
                <li className="row apart" key={organisationId}>
                  <span>
                    {name} <span className="soft small">{percent(fit)}</span>
                  </span>
                  <Button aria-label={t.inviteOne(name)} onClick={() => send(organisationId)}>
                    {t.invite}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Async>
      <Find send={send} />
    </section>
  );
}

/** Who comes to an event: invitations, applications, the door. */
export function Participants({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const registrations = useInfiniteQuery(registrationsQuery(event.id));
  const { checkIn } = useDesk(event.id);
  const absent = useAbsent(event, registrations.data?.pages.flatMap((page) => page.items) ?? []);
  const asked = ['preferences', 'scheduling'].includes(event.phase);
  const figures = useQuery({ ...figuresQuery(event.id), enabled: asked });
  return (
    <>
      <section className="card stack">
        <div>
          <h2>{t.registrations}</h2>
          {asked && figures.data && <p className="soft">{t.wished(figures.data.wished, figures.data.approved)}</p>}
        </div>
        {(event.phase === 'final' || event.phase === 'live') && (
          <OneLine
            label={t.code}
            button={t.checkIn}
            send={(code) =>
              checkIn.mutate(code, {
                onSuccess: ({ organisationName }) => toast.done(t.checkedIn(organisationName)),
                onError: (error) => toast.failed(error),
              })
            }
          />
        )}
        <Async of={registrations}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty title={t.none} />
            ) : (
              <ul className="stack tight">
                {items.map((one) => (
                  <Row key={one.id} event={event} one={one} absent={absent.has(one.organisationId)} />
                ))}
              </ul>
            );
          }}
        </Async>
        {registrations.hasNextPage && <Button onClick={() => void registrations.fetchNextPage()}>{t.more}</Button>}
      </section>
      {['draft', 'registration', 'preferences'].includes(event.phase) && (
        <>
          <Candidates id={event.id} />
          <ParticipantSheet id={event.id} />
        </>
      )}
    </>
  );
}
