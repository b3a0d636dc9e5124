import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { api, type Schemas, take } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { Choice } from '#web/parts/choice';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { Async, Bones } from '#web/parts/state';
import { invitationQuery } from './queries';
import { signUpTexts } from './texts';

type SignUp = Schemas['SignUpInput'];

/** Signs up and in at once, so that the next screen already waits for the approval. */
function useSignUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: SignUp) => {
      const { email, password } = body.person;
      await take(api.POST('/api/v1/organisations', { body }));
      await take(api.POST('/api/v1/sessions', { body: { email, password } }));
    },
    onSuccess: () => client.resetQueries(),
  });
}

interface SignUpFormProps {
  /** Name that is filled in. */
  readonly firm?: string | undefined;
  readonly invitation?: string | undefined;
}

function SignUpForm({ firm, invitation }: SignUpFormProps) {
  const t = useTexts(signUpTexts);
  const [form] = useForm<SignUp>();
  const signUp = useSignUp();
  const needed = [{ required: true, whitespace: true, message: t.needed }];
  const send = (values: SignUp) => {
    const region = values.region?.trim();
    signUp.mutate({
      name: values.name,
      kind: values.kind,
      creditCode: values.creditCode.trim().toUpperCase(),
      person: values.person,
      ...(region ? { region } : {}),
      ...(invitation ? { invitation } : {}),
    });
  };
  return (
    <section className="card stack narrow">
      <div>
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </div>
      {invitation && firm && <p className="notice-line">{t.invited(firm)}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'sme', name: firm ?? '' }}
        onFinish={send}
      >
        <Refusal error={signUp.error} form={form} />
        <Item name="kind" label={t.kind} hidden={invitation !== undefined}>
          <Choice
            label={t.kind}
            options={[
              { value: 'sme', title: t.sme, hint: t.smeHint },
              { value: 'leader', title: t.leader, hint: t.leaderHint },
            ]}
          />
        </Item>
        <Item name="name" label={t.name} extra={t.nameHint} rules={needed}>
          <Input autoComplete="organization" maxLength={120} />
        </Item>
        <Item name="creditCode" label={t.creditCode} extra={t.creditCodeHint} rules={needed}>
          <Input autoCapitalize="characters" autoComplete="off" maxLength={18} />
        </Item>
        <Item name="region" label={t.region} extra={t.regionHint}>
          <Input maxLength={100} />
        </Item>
        <Item name={['person', 'name']} label={t.person} rules={needed}>
          <Input autoComplete="name" maxLength={60} />
        </Item>
        <Item name={['person', 'email']} label={t.email} extra={t.emailHint} rules={needed}>
          <Input type="email" inputMode="email" autoComplete="username" />
        </Item>
        <Item name={['person', 'password']} label={t.password} extra={t.passwordHint} rules={needed}>
          <Input.Password autoComplete="new-password" />
        </Item>
        <Button type="primary" size="large" block htmlType="submit" loading={signUp.isPending}>
          {t.submit}
        </Button>
      </Form>
      <p>
        {t.have} <Link to="/sign-in">{t.signIn}</Link>
      </p>
    </section>
  );
}

function Invited({ code }: { readonly code: string }) {
  const invitation = useQuery(invitationQuery(code));
  return (
    <Async of={invitation} bones={<Bones count={1} height={480} />}>
      {({ firmName }) => <SignUpForm firm={firmName} invitation={code} />}
    </Async>
  );
}

/** Sign-up of an organisation with its first person; under an invitation's address for the firm that is invited. */
export default function SignUpPage() {
  const t = useTexts(signUpTexts);
  const { code } = useParams();
  const [asked] = useSearchParams();
  const me = useMe();
  if (me && me.role !== 'anonymous') return <Navigate to="/" replace />;
  return (
    <Page title={t.title} bare>
      {code ? <Invited code={code} /> : <SignUpForm firm={asked.get('firm') ?? undefined} />}
    </Page>
  );
}
