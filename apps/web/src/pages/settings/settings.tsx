import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { useMe } from '#web/api/session';
import { noticeKinds } from '#web/i18n/notice-kinds';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Choice } from '#web/parts/choice';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { Async } from '#web/parts/state';
import { Tick } from '#web/parts/tick';
import { useToast } from '#web/parts/toast';
import { useMode, type Wish } from '#web/theme/mode';
import { Channels } from './channels';
import { preferencesQuery, useChangePassword, useRename, useSavePreferences } from './queries';
import './settings.css';
import { settingsTexts } from './texts';

type Kind = Schemas['PreferencesInput']['muted'][number];

/** Kinds that reach whoever takes part in matchmaking events. */
const PARTICIPANT: readonly Kind[] = [
  'registration.invited',
  'registration.decided',
  'agenda.wishes',
  'agenda.final',
  'agenda.changed',
  'agenda.reminder',
  'agenda.asked',
  'agenda.unfilled',
];
/** Kinds that reach both sides of a thread. */
const THREAD: readonly Kind[] = [
  'message.posted',
  'engagement.advanced',
  'engagement.assigned',
  'engagement.reminded',
  'engagement.overran',
  'engagement.stalled',
  'engagement.orphaned',
  'engagement.ended',
];

/** Kinds that reach each role at all. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  sme: [
    'proposal.released',
    'proposal.recommended',
    'proposal.asked',
    'response.asked',
    'response.shortlisted',
    'response.rejected',
    'response.chosen',
    ...THREAD,
    'engagement.opened',
    'engagement.approached',
    'demand.published',
    'demand.returned',
    'claim.decided',
    'organisation.decided',
    ...PARTICIPANT,
  ],
  leader: [
    'proposal.accepted',
    'proposal.declined',
    'chosen.started',
    'chosen.ran-out',
    'chosen.over',
    'response.submitted',
    'response.withdrawn',
    'response.answered',
    'response.waited',
    'evaluation.named',
    'evaluation.complete',
    ...THREAD,
    'engagement.approached',
    'demand.published',
    'demand.returned',
    'proposal.released',
    'proposal.asked',
    'organisation.decided',
    ...PARTICIPANT,
  ],
  staff: [
    'demand.submitted',
    'evaluation.named',
    'organisation.registered',
    'claim.requested',
    'registration.applied',
    'registration.withdrawn',
    'engagement.stalled',
    'engagement.orphaned',
  ],
  pending: ['organisation.decided', 'claim.decided'],
};

function Notices() {
  const t = useTexts(settingsTexts);
  const names = useTexts(noticeKinds);
  const role = useMe()?.role ?? 'pending';
  const toast = useToast();
  const preferences = useQuery(preferencesQuery);
  const save = useSavePreferences();
  return (
    <section className="card stack">
      <div>
        <h2>{t.notices}</h2>
        <p className="soft">{t.noticesHint}</p>
        {role === 'staff' && <Link to="/notice-words">{t.words}</Link>}
      </div>
      <Async of={preferences}>
        {({ muted }) => {
          const toggle = (kind: Kind) => {
            const next = muted.includes(kind) ? muted.filter((other) => other !== kind) : [...muted, kind];
            return save.mutateAsync(next, {
              onSuccess: () => toast.done(t.saved),
              onError: (error) => toast.failed(error),
            });
          };
          return (
            <div className="stack tight">
              {(KINDS[role] ?? []).map((kind) => (
                <Tick key={kind} checked={!muted.includes(kind)} send={() => toggle(kind)}>
                  {nameOf(names, kind)}
                </Tick>
              ))}
            </div>
          );
        }}
      </Async>
    </section>
  );
}

function Name({ name }: { readonly name: string }) {
  const t = useTexts(settingsTexts);
  const toast = useToast();
  const rename = useRename();
  const [form] = useForm<{ name: string }>();
  return (
    <section className="card stack">
      <h2>{t.me}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name }}
        onFinish={(values) => rename.mutate(values.name, { onSuccess: () => toast.done(t.saved) })}
      >
        <Refusal error={rename.error} form={form} />
        <Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.needed }]}>
          <Input autoComplete="name" maxLength={60} />
        </Item>
        <Button htmlType="submit" loading={rename.isPending}>
          {t.save}
        </Button>
      </Form>
    </section>
  );
}

function Password() {
  const t = useTexts(settingsTexts);
  const change = useChangePassword();
  const [form] = useForm<Schemas['ChangePasswordInput']>();
  const needed = [{ required: true, message: t.needed }];
  return (
    <section className="card stack">
      <h2>{t.password}</h2>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
        <Refusal error={change.error} form={form} />
        <Item name="currentPassword" label={t.current} rules={needed}>
          <Input.Password autoComplete="current-password" />
        </Item>
        <Item name="password" label={t.fresh} extra={t.freshHint} rules={needed}>
          <Input.Password autoComplete="new-password" />
        </Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t.change}
        </Button>
      </Form>
    </section>
  );
}

/** What a person sets for themselves. */
export default function SettingsPage() {
  const t = useTexts(settingsTexts);
  const person = useMe()?.person;
  const { wish, choose } = useMode();
  return (
    <Page title={t.title}>
      <div className="settings">
        <Notices />
        <Channels />
        <section className="card stack">
          <h2>{t.look}</h2>
          <Choice
            label={t.look}
            value={wish}
            onChange={(value) => choose(value as Wish)}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, title: t.looks[value] }))}
          />
        </section>
        {person && <Name name={person.name} />}
        <Password />
      </div>
    </Page>
  );
}
