import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Demand, Problem } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { ChooseFirms } from '#web/parts/choose-firms';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { Pick } from '#web/parts/pick';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { useDraft } from './draft';
import { LivePreview, usePreview } from './preview';
import { useWriteDemand } from './queries';
import { RequirementsField } from './requirements-field';
import { writeTexts } from './texts';
import { type DemandValues, inputOf, valuesOf } from './values';
import './write-demand.css';

function What() {
  const t = useTexts(writeTexts);
  const w = useTexts(words);
  const types = Object.entries(w.demandType).map(([value, label]) => ({ value, label }));
  const needed = [{ required: true, whitespace: true, message: t.needed }];
  return (
    <section className="card">
      <h2>{t.what}</h2>
      <div className="form-grid">
        <Item name="type" label={t.type}>
          <Pick options={types} />
        </Item>
        <Item name="deadline" label={t.deadline} extra={t.deadlineHint} rules={needed}>
          <Input type="date" />
        </Item>
      </div>
      <Item name="title" label={t.name} extra={t.nameHint} rules={needed}>
        <Input maxLength={120} />
      </Item>
      <Item name="background" label={t.background} extra={t.backgroundHint}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={5000} />
      </Item>
    </section>
  );
}

function Tick({
  id,
  checked,
  onChange,
  label,
}: {
  readonly id?: string;
  readonly checked?: boolean;
  readonly onChange?: (checked: boolean) => void;
  readonly label: string;
}) {
  return (
    <label className="row">
      <input
        id={id}
        type="checkbox"
        checked={checked ?? false}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      {label}
    </label>
  );
}

function Terms() {
  const t = useTexts(writeTexts);
  const lines = { autoSize: { minRows: 2, maxRows: 8 } };
  return (
    <section className="card">
      <h2>{t.terms}</h2>
      <div className="form-grid">
        <Item name="chain" label={t.chain}>
          <Input maxLength={60} />
        </Item>
        <Item name="link" label={t.link}>
          <Input maxLength={60} />
        </Item>
        <Item name="process" label={t.process}>
          <Input maxLength={200} />
        </Item>
        <Item name="quantity" label={t.quantity}>
          <Input maxLength={200} />
        </Item>
        <Item name="certificates" label={t.certificates} extra={t.certificatesHint}>
          <Input.TextArea {...lines} />
        </Item>
        <Item name="niceCertificates" label={t.niceCertificates} extra={t.niceCertificatesHint}>
          <Input.TextArea {...lines} />
        </Item>
        <Item name="regions" label={t.regions} extra={t.regionsHint}>
          <Input.TextArea {...lines} />
        </Item>
        <Item name="budgetMin" label={t.budgetMin} extra={t.budgetHint}>
          <Input type="number" min={0} inputMode="decimal" />
        </Item>
        <Item name="budgetMax" label={t.budgetMax}>
          <Input type="number" min={0} inputMode="decimal" />
        </Item>
        <Item name="wanted" label={t.wanted}>
          <Input type="number" min={1} max={20} inputMode="numeric" />
        </Item>
      </div>
      <Item name="onlyRegion" valuePropName="checked" className="tight-item">
        <Tick label={t.onlyRegion} />
      </Item>
      <Item name="hideName" valuePropName="checked" className="tight-item">
        <Tick label={t.hideName} />
      </Item>
    </section>
  );
}

interface KeptProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly restart: () => void;
}

/** Says that what was being written is here again, and how to be rid of it. */
function Kept({ draft, restart }: KeptProps) {
  const t = useTexts(writeTexts);
  const { ago } = useFormat();
  const [shown, show] = useState(draft.found !== undefined);
  if (!shown || !draft.found) return null;
  const again = () => {
    draft.drop();
    restart();
    show(false);
  };
  return (
    <p className="notice-line row apart">
      {t.kept(ago(draft.found.at))}
      <Button size="small" onClick={again}>
        {t.dropKept}
      </Button>
    </p>
  );
}

function Editor({ before }: { readonly before: Demand | undefined }) {
  const t = useTexts(writeTexts);
  const navigate = useNavigate();
  const toast = useToast();
  const [form] = useForm<DemandValues>();
  const write = useWriteDemand(before);
  const submit = useRef(false);
  const draft = useDraft(`${useMe()?.person?.id}.${before ? `${before.id}.${before.version}` : 'new'}`);
  const state = usePreview(form, before);
  const published = before?.status === 'published';
  // What has been public stays so; that it is opened has its own button and a word of warning.
  const mayChoose = before?.publishedAt === undefined || before.chosen !== undefined;
  const stale = (write.error as Problem | null)?.status === 412;
  const send = (values: DemandValues) =>
    write.mutate(
      { body: inputOf(values, before), submit: submit.current },
      {
        onSuccess: (saved) => {
          draft.drop();
          toast.done(published ? t.updated : submit.current ? t.handed : t.saved);
          void navigate(`/my/demands/${saved.id}`);
        },
      },
    );
  const press = (handIn: boolean) => () => {
    submit.current = handIn;
    form.submit();
  };
  return (
    <Form<DemandValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="writing"
      initialValues={{ ...valuesOf(before), ...draft.found?.values }}
      onValuesChange={(_changed, values) => draft.keep(values)}
      onFinish={send}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      <div className="stack">
        <Kept draft={draft} restart={() => form.setFieldsValue(valuesOf(before))} />
        <Refusal error={stale ? new Error(t.changed) : write.error} form={form} />
        <What />
        <section className="card stack tight">
          <h2>{t.requirements}</h2>
          <p className="soft">{t.requirementsHint}</p>
          <RequirementsField />
          {!before && <p className="soft small">{t.filesLater}</p>}
        </section>
        <Terms />
        {mayChoose && (
          <section className="card stack">
            <h2>{t.shownTo}</h2>
            <Item name="chosen" className="tight-item">
              <ChooseFirms
                fitting={state.preview.data?.firms ?? []}
                error={write.error}
                {...(published ? { without: 'everybody' } : {})}
              />
            </Item>
          </section>
        )}
      </div>
      <LivePreview form={form} state={state} />
      <div className="save-bar">
        <Button type="primary" size="large" loading={write.isPending} onClick={press(!published)}>
          {published ? t.update : t.publish}
        </Button>
        {!published && (
          <Button size="large" loading={write.isPending} onClick={press(false)}>
            {t.save}
          </Button>
        )}
        {state.preview.data && (
          <a className="enter preview-link" href="#preview">
            {t.preview.see}
          </a>
        )}
      </div>
    </Form>
  );
}

function Change({ id }: { readonly id: string }) {
  const demand = useQuery({ ...demandQuery(id), refetchOnWindowFocus: false });
  return (
    <Async of={demand} bones={<Bones count={3} height={220} />}>
      {(data) => <Editor before={data} />}
    </Async>
  );
}

/** Writes a new demand or changes one. */
export default function WriteDemandPage() {
  const t = useTexts(writeTexts);
  const { id } = useParams();
  return (
    <Page title={id ? t.edit : t.title} lead={t.lead}>
      {id ? <Change id={id} /> : <Editor before={undefined} />}
    </Page>
  );
}
