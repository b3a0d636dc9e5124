import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useFormat } from '#web/format/format';
import { useLanguage } from '#web/i18n/language';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Choice } from '#web/parts/choice';
import { CopyLine } from '#web/parts/copy-line';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Async } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { Tick } from '#web/parts/tick';
import { useToast } from '#web/parts/toast';
import {
  type Channel,
  channelKindsQuery,
  channelsQuery,
  messagesQuery,
  type NewChannel,
  useAddChannel,
  useChangeChannel,
  useRemoveChannel,
  useTestChannel,
} from './channel-queries';
import { channelTexts } from './channel-texts';

/** The zone of the reader's machine. */
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai';

/** What went out lately, with what the other side answered. */
function Sent({ id }: { readonly id: string }) {
  const t = useTexts(channelTexts);
  const { time } = useFormat();
  const messages = useQuery(messagesQuery(id));
  return (
    <Async of={messages}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft small">{t.nothingSent}</p>
        ) : (
          <ul className="stack tight small">
            {items.map(({ id: message, state, titles, at, reason }) => (
              <li key={message}>
                <Tag tone={state === 'failed' ? 'bad' : state === 'sent' ? 'good' : 'plain'}>
                  {nameOf(t.states, state)}
                </Tag>{' '}
                {titles.join('；')} <span className="soft">{time(at)}</span>
                {reason && state !== 'sent' && <span className="soft"> {reason}</span>}
              </li>
            ))}
          </ul>
        )
      }
    </Async>
  );
}

/** A time of the day; sent when the reader is done with it. */
function At({ label, value, send }: { readonly label: string; readonly value: string; send(to: string): void }) {
  return (
    <Input
      type="time"
      aria-label={label}
      className="hour"
      defaultValue={value}
      onBlur={({ target }) => target.value !== '' && target.value !== value && send(target.value)}
    />
  );
}

function Row({ channel }: { readonly channel: Channel }) {
  const t = useTexts(channelTexts);
  const toast = useToast();
  const change = useChangeChannel();
  const remove = useRemoveChannel();
  const test = useTestChannel();
  const [open, setOpen] = useState(false);
  const { id, kind, name, address, active, stopped, rhythm, dailyAt, quiet } = channel;
  const failed = (error: Error) => toast.failed(error);
  const told = { onSuccess: () => toast.done(t.saved), onError: failed };
  const set = (
    body: { rhythm: 'at-once' | 'daily' } | { dailyAt: string } | { quiet: { from: string; to: string } | null },
  ) => change.mutateAsync({ id, ...body }, told);
  const tryIt = () =>
    test.mutate(id, {
      onSuccess: ({ result, answer }) =>
        result === 'sent' ? toast.done(t.tested) : toast.failed(new Error(answer ?? t.notTested)),
      onError: failed,
    });
  return (
    <li className="stack tight channel">
      <div className="row">
        <strong>{name ?? nameOf(t.kinds, kind)}</strong>
        {name && <span className="soft small">{nameOf(t.kinds, kind)}</span>}
        {!active && <Tag tone="bad">{t.off}</Tag>}
      </div>
      {address && <p className="soft small breaks">{address}</p>}
      {stopped && <p className="notice-line bad">{stopped}</p>}
      <div className="row">
        <Tick checked={rhythm === 'daily'} send={(daily) => set({ rhythm: daily ? 'daily' : 'at-once' })}>
          {t.daily(dailyAt)}
        </Tick>
        {rhythm === 'daily' && <At label={t.dailyAt} value={dailyAt} send={(at) => set({ dailyAt: at })} />}
        <Tick checked={quiet !== undefined} send={(on) => set({ quiet: on ? { from: '22:00', to: '08:00' } : null })}>
          {quiet ? t.quiet(quiet.from, quiet.to) : t.quiet('22:00', '08:00')}
        </Tick>
        {quiet && (
          <>
            <At label={t.quietFrom} value={quiet.from} send={(from) => set({ quiet: { ...quiet, from } })} />
            <At label={t.quietTo} value={quiet.to} send={(to) => set({ quiet: { ...quiet, to } })} />
          </>
        )}
      </div>
      <div className="row">
        <Button onClick={tryIt} loading={test.isPending}>
          {t.test}
        </Button>
        <Button onClick={() => change.mutate({ id, active: !active }, told)}>{active ? t.stop : t.resume}</Button>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {t.sent}
        </Button>
        <Button onClick={() => remove.mutate(id, { onSuccess: () => toast.done(t.removed), onError: failed })}>
          {t.remove}
        </Button>
      </div>
      {open && <Sent id={id} />}
    </li>
  );
}

function Add({ own, done }: { readonly own: readonly Channel[]; readonly done: () => void }) {
  const t = useTexts(channelTexts);
  const { language } = useLanguage();
  const add = useAddChannel();
  const [form] = useForm<NewChannel>();
  const { data } = useQuery(channelKindsQuery);
  // Of mail one, as it goes to the address one signs in with.
  const kinds = (data?.kinds ?? []).filter(
    (kind) => kind !== 'email' || !own.some((channel) => channel.kind === 'email'),
  );
  const kind = Form.useWatch('kind', form);
  const needed = [{ required: true, whitespace: true, message: t.needed }];
  const send = (values: NewChannel) =>
    add.mutate(
      { ...values, language, zone: zoneHere() },
      { onSuccess: (made) => (made.secret === undefined ? done() : undefined) },
    );
  // The secret of a webhook is shown this once.
  if (add.data?.secret)
    return (
      <div className="stack tight">
        <p>{t.secretHint}</p>
        <CopyLine label={t.signing} text={add.data.secret} said={t.copied} />
        <Button onClick={done}>{t.secretDone}</Button>
      </div>
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <Refusal error={add.error} form={form} />
      <Item name="kind" label={t.kind} rules={needed}>
        <Choice
          label={t.kind}
          options={kinds.map((value) => ({ value, title: t.kinds[value], hint: t.hints[value] }))}
        />
      </Item>
      {data && !data.kinds.includes('email') && <p className="soft small">{t.noMail}</p>}
      {kind && kind !== 'email' && (
        <Item name="address" label={t.address} extra={t.hints[kind]} rules={needed}>
          <Input inputMode="url" autoComplete="off" maxLength={1000} />
        </Item>
      )}
      {(kind === 'dingtalk' || kind === 'feishu') && (
        <Item name="secret" label={t.secret} extra={t.secretExtra}>
          <Input autoComplete="off" maxLength={200} />
        </Item>
      )}
      <Item name="name" label={t.name}>
        <Input autoComplete="off" maxLength={60} />
      </Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t.add}
        </Button>
        <Button onClick={done}>{t.cancel}</Button>
      </div>
    </Form>
  );
}

/** On which ways a person is told outside the product. */
export function Channels() {
  const t = useTexts(channelTexts);
  const channels = useQuery(channelsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <section className="card stack">
      <div>
        <h2>{t.title}</h2>
        <p className="soft">{t.lead}</p>
      </div>
      <Async of={channels}>
        {(all) => (
          <>
            {all.length > 0 && (
              <ul className="stack">
                {all.map((channel) => (
                  <Row key={channel.id} channel={channel} />
                ))}
              </ul>
            )}
            {adding ? (
              <Add own={all} done={() => setAdding(false)} />
            ) : (
              <div>
                <Button onClick={() => setAdding(true)}>{t.addOne}</Button>
              </div>
            )}
          </>
        )}
      </Async>
    </section>
  );
}
