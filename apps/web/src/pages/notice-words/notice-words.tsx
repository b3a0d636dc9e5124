import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { noticeKinds } from '#web/i18n/notice-kinds';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Item, Refusal, useForm } from '#web/parts/form';
import { Page } from '#web/parts/page';
import { Pick } from '#web/parts/pick';
import { Async, Bones } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { type Input as Texts, useSaveWords, useTryWords, type Words, wordsHistoryQuery, wordsQuery } from './queries';
import { wordsTexts } from './texts';

const LANGUAGES = ['zh', 'en'] as const;

function Places({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  const t = useTexts(wordsTexts);
  return (
    <p className="row small">
      {label}
      {names.length === 0 ? (
        <span className="soft">{t.none}</span>
      ) : (
        names.map((name) => (
          <span key={name}>
            <Tag>{`{${name}}`}</Tag> <span className="soft">{nameOf(t.place, name)}</span>
          </span>
        ))
      )}
    </p>
  );
}

function Tried({ tried }: { readonly tried: Schemas['TriedNoticeWordsView'] }) {
  const t = useTexts(wordsTexts);
  return (
    <section className="card stack" aria-label={t.preview}>
      <div>
        <h2>{t.preview}</h2>
        <p className="soft small">{t.sample}</p>
      </div>
      {LANGUAGES.map((language) => {
        const { title, body, subject, html, text, robot } = tried[language];
        return (
          <div className="stack" key={language}>
            <h3>{t.languages[language]}</h3>
            <div className="stack tight">
              <p className="soft small">{t.inApp}</p>
              <p>
                <strong>{title}</strong>
              </p>
              <p className="pre">{body}</p>
            </div>
            <div className="stack tight">
              <p className="soft small">{t.mail}</p>
              <p>{subject}</p>
              {/* Nothing in it can run or lead away. */}
              <iframe
                title={`${t.mail} ${t.languages[language]}`}
                sandbox=""
                srcDoc={html}
                style={{ width: '100%', height: 320, border: '1px solid var(--line)', borderRadius: 10 }}
              />
            </div>
            <details>
              <summary>{t.mailText}</summary>
              <p className="pre small">{text}</p>
            </details>
            <div className="stack tight">
              <p className="soft small">{t.robot}</p>
              <p className="pre small">{robot}</p>
            </div>
          </div>
        );
      })}
    </section>
  );
}

function History({ words: { kind, version } }: { readonly words: Words }) {
  const t = useTexts(wordsTexts);
  const { time } = useFormat();
  const { data } = useQuery(wordsHistoryQuery(kind, version));
  return (
    <section className="card stack tight" aria-label={t.history}>
      <h2>{t.history}</h2>
      {data?.length === 0 && <p className="soft">{t.noHistory}</p>}
      <ol className="stack tight small">
        {data?.map((change) => (
          <li key={change.version}>
            <p>
              {change.byName} <span className="soft">{time(change.at)}</span>
            </p>
            <p className="pre">{change.own ? `${change.own.zh.title}\n${change.own.zh.body}` : t.toHouse}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Editor({ words }: { readonly words: Words }) {
  const t = useTexts(wordsTexts);
  const toast = useToast();
  const { ago } = useFormat();
  const [form] = useForm<Texts>();
  const save = useSaveWords(words);
  const attempt = useTryWords(words);
  const { house, own, byName, at } = words;
  const error = save.error ?? attempt.error;
  const send = (body: Texts | undefined, said: string) =>
    save.mutate(body, { onSuccess: () => toast.done(said), onError: () => undefined });
  return (
    <>
      <section className="card stack">
        {own && byName && at && <p className="soft small">{t.changed(byName, ago(at))}</p>}
        <Places label={t.places} names={words.places} />
        <Places label={t.needed} names={words.needed} />
        <Form<Texts>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={own ?? house}
          onFinish={(values) => send(values, t.saved)}
        >
          <Refusal error={error} form={form} />
          {LANGUAGES.map((language) => (
            <div key={language}>
              <Item
                name={[language, 'title']}
                label={t.headingOf(t.languages[language])}
                extra={t.houseSays(house[language].title)}
              >
                <Input maxLength={120} />
              </Item>
              <Item
                name={[language, 'body']}
                label={t.bodyOf(t.languages[language])}
                extra={t.houseSays(house[language].body)}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={600} />
              </Item>
            </div>
          ))}
          <div className="row">
            <Button loading={attempt.isPending} onClick={() => attempt.mutate(form.getFieldsValue())}>
              {t.preview}
            </Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t.save}
            </Button>
            {own && (
              <Button loading={save.isPending} onClick={() => send(undefined, t.wasReset)}>
                {t.reset}
              </Button>
            )}
          </div>
        </Form>
      </section>
      {attempt.data && <Tried tried={attempt.data} />}
      <History words={words} />
    </>
  );
}

/** Staff change the words of notices. */
export default function NoticeWordsPage() {
  const t = useTexts(wordsTexts);
  const names = useTexts(noticeKinds);
  const words = useQuery(wordsQuery);
  const [kind, choose] = useState<string>();
  return (
    <Page title={t.title} lead={t.lead}>
      <Async of={words} bones={<Bones count={2} height={220} />}>
        {(all) => {
          const one = all.find((each) => each.kind === kind) ?? all[0];
          const options = all.map((each) => ({
            value: each.kind,
            label: `${each.own ? '● ' : ''}${nameOf(names, each.kind)}`,
          }));
          return (
            <div className="stack">
              <Pick label={t.kind} options={options} value={one?.kind} onChange={choose} />
              {one && <Editor key={`${one.kind} ${one.version}`} words={one} />}
            </div>
          );
        }}
      </Async>
    </Page>
  );
}
