import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { localTime } from '#web/format/local-time';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Pick } from '#web/parts/pick';
import { Qr } from '#web/parts/qr';
import { useToast } from '#web/parts/toast';
import { programmeTexts } from './programme-texts';
import { leadersQuery, useDesk } from './queries';

type Session = Schemas['ProgrammeInput'];

/** Slots follow from the sessions: they stay as they are once a schedule stands on them. */
const OPEN: readonly string[] = ['draft', 'registration', 'preferences', 'scheduling'];

/** Half an hour at the beginning of the event, unless there is something to change. */
function fieldsOf(event: MatchmakingEvent, session: Session | undefined) {
  const begins = event.sessions?.[0]?.from ?? new Date().toISOString();
  const { from = begins, to = new Date(Date.parse(from) + 1_800_000).toISOString(), ...rest } = session ?? {};
  return { title: '', leaderId: '', demandId: '', ...rest, from: localTime(from), to: localTime(to) };
}

const inOrder = (sessions: readonly Session[]): Session[] => [...sessions].sort((a, b) => (a.from < b.from ? -1 : 1));

interface WriteProps {
  readonly event: MatchmakingEvent;
  /** The one that is changed; a new one otherwise. */
  readonly session: Session | undefined;
  readonly close: () => void;
}

/** When who presents what: a new session, or another time or presenter of one. */
function Write({ event, session, close }: WriteProps) {
  const t = useTexts(programmeTexts);
  const toast = useToast();
  const { settings } = useDesk(event.id);
  const leaders = useQuery(leadersQuery(event.id));
  const [form] = useForm<ReturnType<typeof fieldsOf>>();
  const leaderId = Form.useWatch('leaderId', form) ?? session?.leaderId ?? '';
  const there = leaders.data ?? [];
  const demands = there.find((one) => one.organisationId === leaderId)?.demands ?? [];
  const needed = [{ required: true, message: t.needed }];
  const save = ({ title, from, to, ...named }: ReturnType<typeof fieldsOf>) => {
    const now = {
      title,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      ...(named.leaderId ? { leaderId: named.leaderId } : {}),
      ...(named.leaderId && named.demandId ? { demandId: named.demandId } : {}),
    };
    const others = (event.programme ?? []).filter((one) => one !== session);
    void settings
      .mutateAsync({ version: event.version, change: { programme: inOrder([...others, now]) } })
      .then(() => {
        close();
        toast.done(t.saved);
      })
      .catch(() => undefined);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      initialValues={fieldsOf(event, session)}
      onValuesChange={(changed) => 'leaderId' in changed && form.setFieldValue('demandId', '')}
    >
      <Refusal error={settings.error} form={form} moved={(path) => path.slice(2)} />
      <Item name="title" label={t.name} rules={needed}>
        <Input maxLength={200} />
      </Item>
      <div className="form-grid">
        <Item name="from" label={t.from} rules={needed}>
          <Input type="datetime-local" />
        </Item>
        <Item name="to" label={t.to} rules={needed}>
          <Input type="datetime-local" />
        </Item>
        <Item name="leaderId" label={t.leader}>
          <Pick
            options={[
              { value: '', label: t.nobody },
              ...there.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
            ]}
          />
        </Item>
        <Item name="demandId" label={t.demand}>
          <Pick
            options={[{ value: '', label: t.none }, ...demands.map(({ id, title }) => ({ value: id, label: title }))]}
          />
        </Item>
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={settings.isPending}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.leave}</Button>
      </div>
    </Form>
  );
}

interface LineProps {
  readonly session: Session;
  readonly change: (() => void) | undefined;
  readonly remove: () => void;
}

function Line({ session: { from, to, title, demandId }, change, remove }: LineProps) {
  const t = useTexts(programmeTexts);
  const { hour } = useFormat();
  return (
    <div className="row apart">
      <div>
        <strong>
          {hour(from)}–{hour(to)}
        </strong>
        <p>{title}</p>
        {demandId && <Link to={`/demands/${demandId}`}>{t.read}</Link>}
      </div>
      <div className="row">
        {demandId && <Qr label={t.scan(title)} text={`${window.location.origin}/demands/${demandId}`} />}
        {change && (
          <>
            <Button aria-label={`${t.change}: ${title}`} onClick={change}>
              {t.change}
            </Button>
            <Button aria-label={`${t.remove}: ${title}`} onClick={remove}>
              {t.remove}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Publishing sessions: leaders present demands, everybody listens and nobody meets. */
export function DeskProgramme({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(programmeTexts);
  const toast = useToast();
  const { settings } = useDesk(event.id);
  const [written, write] = useState<Session | 'new'>();
  const sessions = event.programme ?? [];
  const open = OPEN.includes(event.phase);
  const remove = (session: Session) =>
    void settings
      .mutateAsync({ version: event.version, change: { programme: sessions.filter((one) => one !== session) } })
      .then(() => toast.done(t.removed))
      .catch((error: Error) => toast.failed(error));
  if (!open && sessions.length === 0) return null;
  return (
    <section className="card stack" aria-label={t.title}>
      <div className="row apart">
        <div>
          <h2>{t.title}</h2>
          <p className="soft">{open ? t.hint : t.closed}</p>
        </div>
        {open && written === undefined && (
          <Button type="primary" onClick={() => write('new')}>
            {t.add}
          </Button>
        )}
      </div>
      {sessions.length > 0 && (
        <ul className="stack">
          {sessions.map((session) => (
            <li key={`${session.from} ${session.title}`}>
              {written === session ? (
                <Write event={event} session={session} close={() => write(undefined)} />
              ) : (
                <Line
                  session={session}
                  change={open ? () => write(session) : undefined}
                  remove={() => remove(session)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {written === 'new' && <Write event={event} session={undefined} close={() => write(undefined)} />}
    </section>
  );
}
