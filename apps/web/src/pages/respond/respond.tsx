import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Demand } from '#web/api/client';
import { demandQuery } from '#web/api/demands';
import type { Response } from '#web/api/engagements';
import { ownProposalQuery } from '#web/api/proposals';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { ResponseTag, useRejectReasons } from '#web/parts/response-tag';
import { Async, Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { ownResponseQuery, useAnswerQuestion, useHandIn, useKeeping } from './queries';
import { Answers, Rows } from './rows';
import { respondTexts } from './texts';
import { conditionsOf, fieldOf, halfFilled, inputOf, type RespondValues, valuesOf } from './values';

/** Milliseconds after the last key before it is kept. */
const PAUSE_MS = 800;

const LIVE = ['submitted', 'shortlisted'];

function More() {
  const t = useTexts(respondTexts);
  return (
    <>
      <section className="card">
        <Item name="plan" label={t.plan} extra={t.planHint}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 20 }} maxLength={5000} />
        </Item>
        <fieldset className="plain-set row" aria-label={t.price}>
          <span>{t.price}</span>
          <Item name="min" className="tight-item">
            <Input type="number" min={0} aria-label={`${t.price} ${t.from}`} placeholder={t.from} />
          </Item>
          <Item name="max" className="tight-item">
            <Input type="number" min={0} aria-label={`${t.price} ${t.to}`} placeholder={t.to} />
          </Item>
          <Item name="unit" className="tight-item">
            <Input aria-label={t.unit} placeholder={t.unit} maxLength={20} />
          </Item>
        </fieldset>
        <Item name="ip" label={t.ip}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Item>
      </section>
      <Rows
        name="team"
        title={t.team}
        columns={[
          { name: 'name', label: t.person },
          { name: 'role', label: t.role },
          { name: 'experience', label: t.experience, max: 500 },
        ]}
      />
      <Rows
        name="milestones"
        title={t.milestones}
        columns={[
          { name: 'name', label: t.milestone, max: 120 },
          { name: 'day', label: t.day, type: 'date' },
          { name: 'deliverable', label: t.deliverable, max: 300 },
        ]}
      />
      <Rows
        name="times"
        title={t.times}
        columns={[
          { name: 'day', label: t.day, type: 'date' },
          { name: 'from', label: t.start, type: 'time' },
          { name: 'to', label: t.end, type: 'time' },
        ]}
      />
    </>
  );
}

function Questions({ demandId, response }: { readonly demandId: string; readonly response: Response }) {
  const t = useTexts(respondTexts);
  const toast = useToast();
  const answer = useAnswerQuestion(demandId, response.id);
  if (response.questions.length === 0) return null;
  return (
    <section className="card stack tight">
      <h2>{t.questions}</h2>
      {response.questions.map((question) => (
        <div className="stack tight" key={question.id}>
          <strong>{question.text}</strong>
          {question.answer ? (
            <p className="pre">{question.answer.text}</p>
          ) : (
            <Form
              onFinish={({ text }: { text: string }) =>
                answer.mutate({ questionId: question.id, text }, { onError: (error) => toast.failed(error) })
              }
            >
              <Item name="text" className="tight-item" rules={[{ required: true, whitespace: true, message: t.reply }]}>
                <Input.TextArea aria-label={t.reply} autoSize maxLength={1000} />
              </Item>
              <Button htmlType="submit" loading={answer.isPending}>
                {t.send}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}

/** What is not there yet, what is needed first. */
function MissingList({ missing = [] }: Pick<Response, 'missing'>) {
  const t = useTexts(respondTexts);
  const [needed, better] = [missing.filter((one) => one.needed), missing.filter((one) => !one.needed)];
  return (
    <>
      {[
        { title: t.missing, items: needed },
        { title: t.better, items: better },
      ].map(
        ({ title, items }) =>
          items.length > 0 && (
            <section className="card stack tight" key={title}>
              <h2>{title}</h2>
              <ul className="stack tight">
                {items.map(({ item, sentence }) => (
                  <li key={item}>{sentence}</li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

interface WritingProps {
  readonly demand: Demand;
  readonly response: Response | null;
}

function Writing({ demand, response }: WritingProps) {
  const t = useTexts(respondTexts);
  const { ago } = useFormat();
  const reasons = useRejectReasons();
  const toast = useToast();
  const [form] = useForm<RespondValues>();
  const values = Form.useWatch([], form) as RespondValues | undefined;
  const demandId = demand.id;
  const { kept, error, keep, isKept } = useKeeping(demandId, response);
  const [touched, touch] = useState(false);
  const [pressed, press] = useState(false);
  const handIn = useHandIn(demandId);
  const status = response?.status ?? kept?.status ?? 'draft';
  const isDraft = status === 'draft' || status === 'withdrawn';
  useEffect(() => {
    if (!values || !touched || !isDraft) return;
    const timer = setTimeout(() => void keep(inputOf(values)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values, touched, isDraft, keep]);
  const input = values && inputOf(values);
  const half = values && input ? halfFilled(values, input) : 0;
  const step = async (back: boolean) => {
    press(true);
    // What somebody has typed must not be left out in silence.
    if (!back && half > 0) return toast.failed(new Error(t.half(half)));
    const now = back ? kept : await keep(inputOf(form.getFieldsValue()));
    // What was refused stands at its field: an older text than the one on the page must not be handed in.
    if (!now) return;
    handIn.mutate(
      { id: now.id, back },
      {
        onSuccess: () => toast.done(back ? t.withdrawn : t.submitted),
        onError: (refused) => toast.failed(refused),
      },
    );
  };
  const decided = status === 'chosen' || status === 'rejected';
  const rejection = response?.rejection;
  const unsaved = touched && input !== undefined && !isKept(input);
  return (
    <div className="two">
      <Form
        form={form}
        layout="vertical"
        initialValues={valuesOf(response)}
        disabled={decided}
        onValuesChange={() => {
          touch(true);
          press(false);
        }}
        className="stack"
      >
        <Refusal error={error} form={form} moved={fieldOf} still={!pressed} />
        <Answers conditions={conditionsOf(demand)} />
        <More />
      </Form>
      <aside className="stack">
        <section className="card stack tight">
          <div className="row">
            <ResponseTag status={status} />
            <span className="soft small">{unsaved ? t.changed : kept ? t.saved(ago(kept.updatedAt)) : t.unsaved}</span>
          </div>
          {rejection && (
            <p className="notice-line warn">
              {[t.rejected, reasons[rejection.reason], rejection.note].filter(Boolean).join('：')}
            </p>
          )}
          {half > 0 && !decided && <p className="notice-line warn">{t.half(half)}</p>}
          {decided && <p className="soft">{t.over}</p>}
          {isDraft && (
            <Button type="primary" loading={handIn.isPending} onClick={() => void step(false)}>
              {t.submit}
            </Button>
          )}
          {LIVE.includes(status) && (
            <div className="row">
              <Button
                type="primary"
                onClick={() => {
                  press(true);
                  void keep(inputOf(form.getFieldsValue()));
                }}
              >
                {t.again}
              </Button>
              <Button loading={handIn.isPending} onClick={() => void step(true)}>
                {t.back}
              </Button>
            </div>
          )}
        </section>
        {response && <Questions demandId={demandId} response={response} />}
        {/* It is of what was kept: while that is refused, it would ask for what is there. */}
        {!decided && !error && <MissingList missing={kept?.missing} />}
      </aside>
    </div>
  );
}

/** A firm answers a demand requirement by requirement (揭榜). */
export default function RespondPage() {
  const t = useTexts(respondTexts);
  const { id = '' } = useParams();
  const demand = useQuery(demandQuery(id));
  // A firm that the demand was proposed to sees more of it.
  const proposal = useQuery(ownProposalQuery(id));
  const response = useQuery(ownResponseQuery(id));
  const seen = proposal.data?.demand ?? demand.data;
  const all = { ...response, data: seen && response.data !== undefined && !proposal.isPending ? response : undefined };
  return (
    <Page
      title={t.title}
      lead={
        demand.data && (
          <>
            {t.lead(demand.data.title ?? '')} <Link to={`/demands/${id}`}>{t.demand}</Link>
          </>
        )
      }
    >
      <Async of={demand.error ? { ...all, error: demand.error } : all} bones={<Bones count={3} height={180} />}>
        {({ data }) => seen && <Writing demand={seen} response={data ?? null} />}
      </Async>
    </Page>
  );
}
