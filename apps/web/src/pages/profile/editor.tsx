import { Button, Form, Input } from 'antd';
import type { Problem, Profile } from '#web/api/client';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Pick } from '#web/parts/pick';
import { useToast } from '#web/parts/toast';
import { CertificatesField } from './certificates-field';
import { useSaveProfile } from './queries';
import { Sheet } from './sheet';
import { profileTexts } from './texts';
import { GUARDED, inputOf, type ListField, type ProfileValues, valuesOf } from './values';

function Lines({ field, rows = 3 }: { readonly field: ListField; readonly rows?: number }) {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  return (
    <Item name={field} label={w.field[field]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} placeholder={t.perLine} />
    </Item>
  );
}

function Basics() {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  return (
    <section className="card stack" id="basics">
      <h2>{t.basics}</h2>
      <div className="form-grid">
        <Item name="name" label={w.field.name} rules={[{ required: true, whitespace: true, message: t.needed }]}>
          <Input maxLength={120} />
        </Item>
        <Item name="creditCode" label={w.field.creditCode}>
          <Input maxLength={18} />
        </Item>
        <Item name="region" label={w.field.region}>
          <Input maxLength={100} />
        </Item>
        <Item name="employees" label={w.field.employees}>
          <Input type="number" min={0} inputMode="numeric" />
        </Item>
        <Item name="tier" label={w.field.tier} extra={t.tierHint}>
          <Input maxLength={40} />
        </Item>
      </div>
    </section>
  );
}

function Disclosure() {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  const options = (['public', 'matched', 'owner'] as const).map((value) => ({ value, label: t.circle[value] }));
  return (
    <section className="card stack" id="disclosure">
      <div>
        <h2>{t.who}</h2>
        <p className="soft">{t.whoHint}</p>
      </div>
      <div className="form-grid">
        {GUARDED.map((field) => (
          <Item key={field} name={['disclosure', field]} label={w.field[field]}>
            <Pick options={options} />
          </Item>
        ))}
      </div>
    </section>
  );
}

/** The whole profile in one form; saved as a whole, with the version that was read. */
export function Editor({ profile }: { readonly profile: Profile | null }) {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  const organisation = useMe()?.organisation;
  const toast = useToast();
  const save = useSaveProfile(profile);
  const [form] = useForm<ProfileValues>();
  const stale = (save.error as Problem | null)?.status === 412;
  return (
    <Form<ProfileValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="stack"
      initialValues={valuesOf(profile, { ...organisation, name: organisation?.name ?? '' })}
      onFinish={(values) => save.mutate(inputOf(values), { onSuccess: () => toast.done(t.saved) })}
    >
      <Refusal error={stale ? new Error(t.changed) : save.error} form={form} />
      <Sheet form={form} />
      <Basics />
      <section className="card stack" id="abilities">
        <div>
          <h2>{t.abilities}</h2>
          <p className="soft">{t.abilitiesHint}</p>
        </div>
        <div className="form-grid">
          <Lines field="products" rows={4} />
          <Lines field="processes" rows={4} />
          <Lines field="equipment" rows={4} />
          <Lines field="capacity" rows={4} />
        </div>
      </section>
      <section className="card stack" id="proofs">
        <h2>{t.proofs}</h2>
        <fieldset className="plain-set">
          <legend>{w.field.certificates}</legend>
          <CertificatesField />
        </fieldset>
        <div className="form-grid">
          <Lines field="cases" />
          <Lines field="patents" />
        </div>
      </section>
      <section className="card stack" id="about">
        <h2>{t.about}</h2>
        <div className="form-grid">
          <Lines field="domains" />
          <Lines field="industries" />
        </div>
        <Item name="text" label={w.field.text}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 20 }} maxLength={20_000} />
        </Item>
      </section>
      <Disclosure />
      <div className="save-bar">
        <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}
