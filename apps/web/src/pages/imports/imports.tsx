import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { typeOf } from '#web/api/files';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Page } from '#web/parts/page';
import { SheetErrors } from '#web/parts/sheet-errors';
import { Async, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { type Import, importsQuery, useImport } from './queries';
import { importsTexts } from './texts';

const COUNTS = ['rows', 'created', 'updated', 'unchanged', 'kept'] as const;

function Start({ keep }: { readonly keep: (job: string, file: File) => void }) {
  const t = useTexts(importsTexts);
  const toast = useToast();
  const start = useImport();
  const [file, setFile] = useState<File>();
  const [checkOnly, setCheckOnly] = useState(false);
  const send = () => {
    if (!file || !typeOf(file.name)) return toast.failed(new Error(t.type));
    start.mutate(
      { file, checkOnly },
      { onSuccess: ({ id }) => keep(id, file), onError: (error) => toast.failed(error) },
    );
  };
  return (
    <section className="card row">
      <label className="enter edged file">
        <input
          type="file"
          className="unseen"
          accept=".xlsx,.csv,.jsonl"
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        {file?.name ?? t.choose}
      </label>
      <label className="row">
        <input type="checkbox" checked={checkOnly} onChange={(event) => setCheckOnly(event.target.checked)} />
        {t.checkOnly}
      </label>
      <Button type="primary" loading={start.isPending} disabled={!file} onClick={send}>
        {t.start}
      </Button>
      <a href="/api/v1/profile-sheets" download="firms.xlsx">
        {t.empty}
      </a>
    </section>
  );
}

function Problems({ job }: { readonly job: Import }) {
  const t = useTexts(importsTexts);
  const { number } = useFormat();
  if (job.problemCount === 0) return null;
  return (
    <details open>
      <summary>{t.problems(number(job.problemCount))}</summary>
      {job.format !== 'jsonl' && <p className="soft small">{t.inSheet}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="table-wrap" aria-label={t.table} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {job.problems.slice(0, 100).map((problem) => (
              <tr key={`${problem.row} ${problem.column ?? ''} ${problem.code}`}>
                <td className="number">{problem.row}</td>
                <td>{problem.column}</td>
                <td>{problem.value}</td>
                <td>{problem.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

interface JobProps {
  readonly job: Import;
  /** What was sent, while this page remembers it. */
  readonly file: File | undefined;
}

function Job({ job, file }: JobProps) {
  const t = useTexts(importsTexts);
  const { number, time } = useFormat();
  const over = job.status === 'done' || job.status === 'refused';
  const tone = job.status === 'done' ? 'good' : job.status === 'refused' ? 'bad' : 'warn';
  return (
    <li className="card stack tight">
      <div className="row apart">
        <h3>{job.fileName}</h3>
        <div className="row">
          {job.checkOnly && <Tag>{t.checked}</Tag>}
          <Tag tone={tone}>{nameOf(t.status, job.status)}</Tag>
        </div>
      </div>
      <p className="soft small">{time(job.createdAt)}</p>
      {job.status === 'importing' && <progress aria-label={t.progress} max={job.rows} value={job.handled} />}
      {job.refusal && <p className="notice-line bad">{job.refusal}</p>}
      <p className="row">
        {COUNTS.filter((key) => key === 'rows' || job[key] > 0).map((key) => (
          <span key={key}>
            <span className="soft">{t[key]}</span> {number(job[key])}
          </span>
        ))}
      </p>
      {job.notices.map((notice) => (
        <p className="soft small" key={notice.text}>
          {notice.text}
        </p>
      ))}
      {file && over && job.problemCount > 0 && job.format !== 'jsonl' ? (
        <SheetErrors file={file} />
      ) : (
        <Problems job={job} />
      )}
    </li>
  );
}

/** Brings firms in from a sheet: progress, and which cells to mend. */
export default function ImportsPage() {
  const t = useTexts(importsTexts);
  const jobs = useQuery(importsQuery);
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  return (
    <Page title={t.title} lead={t.lead}>
      <Start keep={(job, file) => setFiles({ ...files, [job]: file })} />
      <section className="stack" aria-label={t.recent}>
        <h2>{t.recent}</h2>
        <Async of={jobs}>
          {(items) =>
            items.length === 0 ? (
              <div className="card">
                <Empty title={t.none} />
              </div>
            ) : (
              <ul className="stack">
                {items.map((job) => (
                  <Job key={job.id} job={job} file={files[job.id]} />
                ))}
              </ul>
            )
          }
        </Async>
      </section>
    </Page>
  );
}
