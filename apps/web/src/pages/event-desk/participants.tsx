import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { Schemas } from '#web/api/client';
import { type MatchmakingEvent, registrationsQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Item, useForm } from '#web/parts/form';
import { Async, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { candidatesQuery, useDesk } from './queries';
import { Repair } from './repair';
import { ParticipantSheet } from './sheet';
import { eventDeskTexts } from './texts';

function Row({ event, one }: { readonly event: MatchmakingEvent; readonly one: Schemas['RegistrationView'] }) {
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
        </div>
        <p className="soft small">{representatives.map(({ name }) => name).join(' · ')}</p>
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

function Candidates({ id }: { readonly id: string }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const { percent } = useFormat();
  const candidates = useQuery(candidatesQuery(id));
  const { invite } = useDesk(id);
  const send = (organisationId: string) =>
    invite.mutate(organisationId, {
      onSuccess: () => toast.done(t.invited),
      onError: (error) => toast.failed(error),
    });
  return (
    <section className="card stack">
      <div>
        <h2>{t.candidates}</h2>
        <p className="soft">{t.candidatesHint}</p>
      </div>
      <Async of={candidates}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{t.noCandidates}</p>
          ) : (
            <ul className="stack tight">
              {found.map(({ organisationId, name, fit }) => (
                <li className="row apart" key={organisationId}>
                  <span>
                    {name} <span className="soft small">{percent(fit)}</span>
                  </span>
                  <Button onClick={() => send(organisationId)}>{t.invite}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Async>
      <p className="soft small">{t.leaderHint}</p>
      <OneLine label={t.organisation} button={t.invite} send={send} />
    </section>
  );
}

/** Who comes to an event: invitations, applications, the door. */
export function Participants({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(eventDeskTexts);
  const toast = useToast();
  const registrations = useInfiniteQuery(registrationsQuery(event.id));
  const { checkIn } = useDesk(event.id);
  return (
    <>
      <section className="card stack">
        <h2>{t.registrations}</h2>
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
                  <Row key={one.id} event={event} one={one} />
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
