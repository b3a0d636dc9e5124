import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { localTime } from '#web/format/local-time';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { useToast } from '#web/parts/toast';
import { EventDemands } from './demands';
import { useDesk } from './queries';
import { settingsTexts } from './settings-texts';

type Span = Schemas['SpanInput'];
type Change = Schemas['MatchmakingChangeInput'];

/** Times, tables and limits are grounds of the schedule: they stay once one stands on them. */
const OPEN: readonly string[] = ['draft', 'registration', 'preferences', 'scheduling'];
const INVITING: readonly string[] = ['draft', 'registration', 'preferences'];
const SIDES = ['leader', 'sme'] as const;
const MINUTES = [15, 20, 30] as const;

const onClock = (spans: readonly Span[] = []): Span[] =>
  spans.map(({ from, to }) => ({ from: localTime(from), to: localTime(to) }));
const inUtc = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));

const fieldsOf = ({ title, place, about, slotMinutes, sessions, breaks, tables, limits, musts }: MatchmakingEvent) => ({
  ...{ title, place: place ?? '', about: about ?? '', slotMinutes, tables, limits, musts },
  ...{ sessions: onClock(sessions), breaks: onClock(breaks) },
});

type Fields = ReturnType<typeof fieldsOf>;

/** What is wrong with all sessions together is said at the first. */
const moved = (path: (string | number)[]) =>
  path.length === 1 && path[0] === 'sessions' ? ['sessions', 0, 'to'] : path;

/** Sessions or breaks: each from when to when. */
function Spans({ of, title, none, add }: { of: 'sessions' | 'breaks'; title: string; none?: string; add: string }) {
  const t = useTexts(settingsTexts);
  const needed = [{ required: true, message: t.needed }];
  return (
    <fieldset className="plain-set stack tight">
      <legend>{title}</legend>
      <Form.List name={of}>
        {(spans, { add: more, remove }) => (
          <>
            {spans.length === 0 && none && <p className="soft small">{none}</p>}
            {spans.map(({ key, name }) => (
              <div className="form-grid" key={key}>
                <Item name={[name, 'from']} label={t.from} rules={needed}>
                  <Input type="datetime-local" />
                </Item>
                <Item name={[name, 'to']} label={t.to} rules={needed}>
                  <Input type="datetime-local" />
                </Item>
                {(of === 'breaks' || spans.length > 1) && (
                  <div className="beside-field">
                    <Button aria-label={`${t.remove}: ${title} ${name + 1}`} onClick={() => remove(name)}>
                      {t.remove}
                    </Button>
                  </div>
                )}
              </div>
            ))}
            <div>
              <Button onClick={() => more()}>{add}</Button>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** What a schedule stands on. */
function Grounds() {
  const t = useTexts(settingsTexts);
  const needed = [{ required: true, message: t.needed }];
  return (
    <>
      <Spans of="sessions" title={t.sessions} add={t.addSession} />
      <Spans of="breaks" title={t.breaks} none={t.noBreaks} add={t.addBreak} />
      <div className="form-grid">
        <Item name="slotMinutes" label={t.minutes}>
          <Select options={MINUTES.map((value) => ({ value, label: value }))} />
        </Item>
        <Item name="tables" label={t.tables} rules={needed}>
          <InputNumber min={1} max={500} />
        </Item>
      </div>
      <fieldset className="plain-set">
        <legend>{t.limits}</legend>
        {SIDES.map((side) => (
          <div className="form-grid" key={side}>
            {(['min', 'max'] as const).map((end) => (
              <Item key={end} name={['limits', side, end]} label={t[end][side]} rules={needed}>
                <InputNumber min={0} max={200} />
              </Item>
            ))}
          </div>
        ))}
      </fieldset>
      <fieldset className="plain-set">
        <legend>{t.mustsTitle}</legend>
        <div className="form-grid">
          {SIDES.map((side) => (
            <Item key={side} name={['musts', side]} label={t.musts[side]} rules={needed}>
              <InputNumber min={0} max={50} />
            </Item>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Write({ event, close }: { readonly event: MatchmakingEvent; readonly close: () => void }) {
  const t = useTexts(settingsTexts);
  const toast = useToast();
  const { settings } = useDesk(event.id);
  const [form] = useForm<Fields>();
  const open = OPEN.includes(event.phase);
  const save = ({ title, place, about, sessions, breaks, ...grounds }: Fields) => {
    const text = { title, place: place || null, about: about || null };
    const change: Change = open
      ? ({ ...text, ...grounds, sessions: inUtc(sessions), breaks: inUtc(breaks) } as Change)
      : (text as Change);
    void settings
      .mutateAsync({ version: event.version, change })
      .then(() => {
        close();
        toast.done(t.saved);
      })
      .catch(() => undefined);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={save} initialValues={fieldsOf(event)}>
      <Refusal error={settings.error} form={form} moved={moved} />
      <Item name="title" label={t.name} rules={[{ required: true, message: t.needed }]}>
        <Input maxLength={120} />
      </Item>
      <Item name="place" label={t.place}>
        <Input maxLength={200} />
      </Item>
      <Item name="about" label={t.about}>
        <Input.TextArea maxLength={5000} autoSize={{ minRows: 2 }} />
      </Item>
      <div className="stack">
        {open ? <Grounds /> : <p className="soft">{t.fixed}</p>}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={settings.isPending}>
            {t.save}
          </Button>
          <Button onClick={close}>{t.leave}</Button>
        </div>
      </div>
    </Form>
  );
}

/** What staff say of the event, and which demands it is about. */
export function EventSettings({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(settingsTexts);
  const { time, hour } = useFormat();
  const [writing, write] = useState(false);
  const { phase, sessions = [], breaks = [], slots, slotMinutes, tables, limits } = event;
  const facts = [
    ...sessions.map(({ from, to }) => `${time(from)}–${hour(to)}`),
    ...breaks.map(({ from, to }) => `${t.breaks} ${hour(from)}–${hour(to)}`),
    t.slots(slots.length, slotMinutes),
    t.tableCount(tables),
    ...(limits ? SIDES.map((side) => t.limit(t.side[side], limits[side].min, limits[side].max)) : []),
  ];
  return (
    <section className="card stack" aria-label={t.title}>
      <div className="row apart">
        <h2>{t.title}</h2>
        {!writing && phase !== 'reported' && (
          <Button aria-label={`${t.change}: ${t.title}`} onClick={() => write(true)}>
            {t.change}
          </Button>
        )}
      </div>
      {writing ? <Write event={event} close={() => write(false)} /> : <p className="soft">{facts.join(' · ')}</p>}
      <EventDemands id={event.id} open={OPEN.includes(phase)} inviting={INVITING.includes(phase)} />
    </section>
  );
}
