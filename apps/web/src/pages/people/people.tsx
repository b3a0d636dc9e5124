import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useParams } from 'react-router';
import { type Person, peopleQuery, useChangePerson } from '#web/api/people';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Listed } from '#web/parts/listed';
import { Page } from '#web/parts/page';
import { PasswordLink } from '#web/parts/password-link';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { organisationQuery, useAddPerson } from './queries';
import { Standing } from './standing';
import { peopleTexts } from './texts';

function Row({
  person,
  manages,
  self,
}: {
  readonly person: Person;
  readonly manages: boolean;
  readonly self: boolean;
}) {
  const t = useTexts(peopleTexts);
  const toast = useToast();
  const change = useChangePerson();
  const { id, name, email, admin, active } = person;
  const set = (to: { active?: boolean; admin?: boolean }, back: { active?: boolean; admin?: boolean }) =>
    change.mutate(
      { id, ...to },
      {
        onSuccess: () => toast.done(t.changed(name), { label: t.undo, run: () => change.mutate({ id, ...back }) }),
        onError: (error) => toast.failed(error),
      },
    );
  return (
    <li className="card stack tight">
      <div className="row apart">
        <div>
          <div className="row">
            <h2>{name}</h2>
            {self && <Tag tone="accent">{t.me}</Tag>}
            {admin && <Tag tone="clay">{t.admin}</Tag>}
            {!active && <Tag tone="bad">{t.off}</Tag>}
          </div>
          <p className="soft small">{email}</p>
        </div>
        {manages && !self && (
          <div className="row">
            <Button onClick={() => set({ admin: !admin }, { admin })}>{admin ? t.noAdmin : t.makeAdmin}</Button>
            <Button onClick={() => set({ active: !active }, { active })}>{active ? t.switchOff : t.switchOn}</Button>
          </div>
        )}
      </div>
      {manages && !self && active && <PasswordLink person={person} />}
    </li>
  );
}

interface NewPerson {
  readonly name: string;
  readonly email: string;
}

function Add({ organisationId }: { readonly organisationId: string }) {
  const t = useTexts(peopleTexts);
  const toast = useToast();
  const add = useAddPerson(organisationId);
  const [form] = useForm<NewPerson>();
  const needed = [{ required: true, whitespace: true, message: t.needed }];
  const send = (values: NewPerson) =>
    add.mutate(values, {
      onSuccess: ({ name }) => {
        form.resetFields();
        toast.done(t.added(name));
      },
    });
  return (
    <section className="card stack">
      <div>
        <h2>{t.add}</h2>
        <p className="soft">{t.addHint}</p>
      </div>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Refusal error={add.error} form={form} />
        <Item name="name" label={t.name} rules={needed}>
          <Input autoComplete="off" maxLength={60} />
        </Item>
        <Item name="email" label={t.email} rules={needed}>
          <Input type="email" inputMode="email" autoComplete="off" />
        </Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t.submit}
        </Button>
      </Form>
    </section>
  );
}

/** The people of the reader's organisation; for staff also those of another, by the address. */
export default function PeoplePage() {
  const t = useTexts(peopleTexts);
  const me = useMe();
  const { id } = useParams();
  const organisationId = id ?? me?.organisation?.id ?? '';
  const { data: other } = useQuery({ ...organisationQuery(organisationId), enabled: id !== undefined });
  const people = useInfiniteQuery({ ...peopleQuery(organisationId), enabled: organisationId !== '' });
  const manages = me?.admin ?? false;
  return (
    <Page title={id ? t.titleOf(other?.name ?? '') : t.title} lead={id ? t.leadOf : t.lead}>
      <div className="two">
        <div className="stack">
          <Listed of={people} height={96}>
            {(person) => <Row key={person.id} person={person} manages={manages} self={person.id === me?.person?.id} />}
          </Listed>
        </div>
        <div className="stack">
          {other && me?.role === 'staff' && <Standing of={other} />}
          {manages ? <Add organisationId={organisationId} /> : <p className="card soft">{t.onlyAdmin}</p>}
        </div>
      </div>
    </Page>
  );
}
