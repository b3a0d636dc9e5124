import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, Navigate, useLocation } from 'react-router';
import { api, type Schemas, take } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { signInTexts } from './texts';

type SignIn = Schemas['SignInInput'];

/** Where the reader was led from, if it is a place of ours. */
function from(state: unknown): string {
  const place = (state as { from?: unknown } | null)?.from;
  return typeof place === 'string' && /^\/(?!\/)/.test(place) ? place : '/';
}

/** Sign-in; leads back to where it was asked for. */
export default function SignInPage() {
  const t = useTexts(signInTexts);
  const [form] = useForm<SignIn>();
  const { state } = useLocation();
  const client = useQueryClient();
  const me = useMe();
  const signIn = useMutation({
    mutationFn: (body: SignIn) => take(api.POST('/api/v1/sessions', { body })),
    onSuccess: () => client.resetQueries(),
  });
  if (me && me.role !== 'anonymous') return <Navigate to={from(state)} replace />;
  return (
    <Page title={t.title} bare>
      <section className="card stack narrow">
        <h1>{t.title}</h1>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values: SignIn) => signIn.mutate(values)}>
          <Refusal error={signIn.error} form={form} />
          <Item name="email" label={t.email} rules={[{ required: true, message: t.emailNeeded }]}>
            <Input type="email" autoComplete="username" inputMode="email" />
          </Item>
          <Item name="password" label={t.password} rules={[{ required: true, message: t.passwordNeeded }]}>
            <Input.Password autoComplete="current-password" />
          </Item>
          <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
            {t.submit}
          </Button>
        </Form>
        <details>
          <summary>{t.forgot}</summary>
          <p className="soft">{t.forgotHint}</p>
        </details>
        <p>
          {t.noAccount} <Link to="/sign-up">{t.join}</Link>
        </p>
      </section>
    </Page>
  );
}
