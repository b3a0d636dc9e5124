import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import type { Problem, Schemas } from '#web/api/client';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { Async, Bones, Empty } from '#web/parts/state';
import { passwordLinkQuery, useNewPassword } from './queries';
import { newPasswordTexts } from './texts';

interface Values {
  readonly password: string;
  readonly again: string;
}

function NewPassword({ code, link }: { readonly code: string; readonly link: Schemas['PasswordLinkView'] }) {
  const t = useTexts(newPasswordTexts);
  const [form] = useForm<Values>();
  const set = useNewPassword(code, link.email);
  const needed = { required: true, message: t.needed };
  const same = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_rule: unknown, value: unknown) =>
      value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t.differs)),
  });
  return (
    <section className="card stack narrow">
      <div>
        <h1>{t.title}</h1>
        <p className="soft">{t.forWhom(link.name, link.email)}</p>
      </div>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ password }: Values) => set.mutate(password)}
      >
        <Refusal error={set.error} form={form} />
        <input type="hidden" autoComplete="username" value={link.email} readOnly />
        <Item name="password" label={t.password} extra={t.hint} rules={[needed]}>
          <Input.Password autoComplete="new-password" />
        </Item>
        <Item name="again" label={t.again} dependencies={['password']} rules={[needed, same]}>
          <Input.Password autoComplete="new-password" />
        </Item>
        <Button type="primary" size="large" block htmlType="submit" loading={set.isPending}>
          {t.submit}
        </Button>
      </Form>
    </section>
  );
}

/** Under the address of a password link: the person chooses a new password and is signed in with it. */
export default function NewPasswordPage() {
  const t = useTexts(newPasswordTexts);
  const { code = '' } = useParams();
  const link = useQuery(passwordLinkQuery(code));
  const gone = (link.error as Problem | null)?.status === 404;
  return (
    <Page title={t.title} bare>
      {gone ? (
        <Empty whole title={t.goneTitle} hint={link.error?.message}>
          <Link to="/sign-in">{t.signIn}</Link>
        </Empty>
      ) : (
        <Async of={link} bones={<Bones count={1} height={420} />}>
          {(data) => <NewPassword code={code} link={data} />}
        </Async>
      )}
    </Page>
  );
}
