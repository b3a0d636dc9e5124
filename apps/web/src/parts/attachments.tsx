import { Button } from 'antd';
import { type ChangeEvent, type ReactNode, useId } from 'react';
import { type Attachment, type Circle, type Place, useFileChange, useUpload } from '#web/api/attachments';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Pick } from './pick';
import { useToast } from './toast';

const attachmentTexts = texts({
  zh: {
    attach: '上传文件',
    attached: '已上传',
    sending: (percent: string) => `正在上传 ${percent}`,
    checking: '正在检查文件…',
    kinds: 'PDF、图片（JPEG、PNG、WebP）、docx、xlsx、pptx，每个不超过 20 MB。',
    marked: '下载的副本会标上您的单位、账号和时间',
    remove: '删除',
    removed: '已删除',
    circle: (name: string) => `“${name}”的公开范围`,
    narrowed: '公开范围已更新',
    moved: (from: string, to: string) => `公开范围由“${from}”改为“${to}”`,
    none: '还没有文件。',
  },
  en: {
    attach: 'Add files',
    attached: 'Added',
    sending: (percent) => `Sending ${percent}`,
    checking: 'The file is being looked through …',
    kinds: 'PDF, pictures (JPEG, PNG, WebP), docx, xlsx, pptx; at most 20 MB each.',
    marked: 'Your copy will carry your organisation, account and the time',
    remove: 'Delete',
    removed: 'Deleted',
    circle: (name) => `Who may read “${name}”`,
    narrowed: 'Who may read it was changed',
    moved: (from, to) => `“${from}” became “${to}”`,
    none: 'No files yet.',
  },
});

export const CIRCLES = ['public', 'matched', 'nda', 'named', 'owner'] as const satisfies readonly Circle[];

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
};

/** Bytes as people read them. */
function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** A file to take, by its name. */
export const FileLink = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <a href={`/api/v1/files/${id}/content`} download={name}>
    {name}
  </a>
);

interface ListProps {
  readonly files: readonly Attachment[];
  /** What is said of a file beside its kind, size and day. */
  readonly more?: (file: Attachment) => ReactNode;
  /** The reader may take away what is its own. */
  readonly changes: boolean;
}

/** Files with their kind, size, who has added them and when; one's own can be changed. */
export function Attachments({ files, more, changes }: ListProps) {
  const t = useTexts(attachmentTexts);
  const { ago } = useFormat();
  if (files.length === 0) return <p className="soft">{t.none}</p>;
  return (
    <ul className="stack tight">
      {files.map((file) => (
        <li key={file.id} className="stack tight">
          <p>
            <FileLink id={file.id} name={file.name} />
          </p>
          <p className="soft small">
            {[KINDS[file.type], sizeOf(file.size), file.byName, ago(file.at)].filter(Boolean).join(' · ')}
          </p>
          {file.circles && <Circles of={file.circles} />}
          {more?.(file)}
          {changes && file.mine && <Own file={file} />}
        </li>
      ))}
      {files.some(({ marked }) => marked) && <li className="soft small">{t.marked}</li>}
    </ul>
  );
}

/** Who has changed the circle of a file, and when; for its owner and staff. */
function Circles({ of }: { readonly of: NonNullable<Attachment['circles']> }) {
  const t = useTexts(attachmentTexts);
  const w = useTexts(words);
  const { ago } = useFormat();
  return (
    <ul className="soft small">
      {of.map(({ from, to, at, byName }) => (
        <li key={at}>{[t.moved(w.disclosure[from], w.disclosure[to]), byName, ago(at)].join(' · ')}</li>
      ))}
    </ul>
  );
}

function Own({ file }: { readonly file: Attachment }) {
  const t = useTexts(attachmentTexts);
  const w = useTexts(words);
  const toast = useToast();
  const change = useFileChange();
  const send = (to: Circle | 'gone') =>
    change.mutate(
      { ...file, to },
      {
        onSuccess: () => toast.done(to === 'gone' ? t.removed : t.narrowed),
        onError: (error) => toast.failed(error),
      },
    );
  return (
    <div className="row">
      {file.disclosure && (
        <Pick
          label={t.circle(file.name)}
          value={file.disclosure}
          options={CIRCLES.map((value) => ({ value, label: w.disclosure[value] }))}
          onChange={(value) => send(value as Circle)}
        />
      )}
      <Button
        size="small"
        loading={change.isPending}
        aria-label={`${t.remove} ${file.name}`}
        onClick={() => send('gone')}
      >
        {t.remove}
      </Button>
    </div>
  );
}

/** Chooses files and sends them; says how far it is, and why one was not taken. */
export function Attach({ place }: { readonly place: Place }) {
  const t = useTexts(attachmentTexts);
  const { percent } = useFormat();
  const toast = useToast();
  const { mutate, isPending, progress, error } = useUpload();
  const hint = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // The same file can be chosen again once it was mended.
    event.target.value = '';
    if (files.length > 0) mutate({ place, files }, { onSuccess: () => toast.done(t.attached) });
  };
  const state = progress < 1 ? t.sending(percent(progress)) : t.checking;
  return (
    <div className="stack tight">
      <div className="row">
        <label className="enter edged file">
          <input
            type="file"
            className="unseen"
            multiple
            disabled={isPending}
            aria-describedby={hint}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx"
            onChange={choose}
          />
          {t.attach}
        </label>
        {isPending && (
          <span className="soft small" role="status">
            {state}
          </span>
        )}
      </div>
      <p className="soft small" id={hint}>
        {t.kinds}
      </p>
      {error && !isPending && (
        <p className="notice-line bad" role="alert">
          {error.message}
        </p>
      )}
    </div>
  );
}
