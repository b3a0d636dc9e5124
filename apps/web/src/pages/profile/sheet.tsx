import type { FormInstance } from 'antd';
import { type ChangeEvent, useState } from 'react';
import type { Profile, Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { SheetErrors } from '#web/parts/sheet-errors';
import { useToast } from '#web/parts/toast';
import { useReadSheet } from './queries';
import { profileTexts } from './texts';
import { type ProfileValues, taken } from './values';

/** What was wrong with single cells of a sheet. */
function Problems({ sheet, file }: { readonly sheet: Schemas['SheetView']; readonly file: File }) {
  const lines = [...(sheet.refusal ? [sheet.refusal] : []), ...sheet.notices.map(({ text }) => text)];
  return (
    <>
      {lines.length > 0 && (
        <ul className="notice-line warn">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {sheet.problems.length > 0 && <SheetErrors file={file} />}
    </>
  );
}

/** Fills the form from a sheet of the firm's own: its profile to download, and the same filled in to send back. */
export function Sheet({ form }: { readonly form: FormInstance<ProfileValues> }) {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  const { list } = useFormat();
  const toast = useToast();
  const read = useReadSheet();
  const [filled, fill] = useState<readonly string[]>();
  const takeOver = (said: Partial<Profile>) => {
    const before = form.getFieldsValue();
    const { values, fields } = taken(said);
    form.setFieldsValue(values as ProfileValues);
    fill(fields);
    toast.done(t.sheetFilled(fields.length), {
      label: t.undo,
      run: () => {
        form.setFieldsValue(before);
        fill(undefined);
      },
    });
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again once it was mended.
    event.target.value = '';
    fill(undefined);
    if (file) read.mutate(file, { onSuccess: ({ profile }) => profile && takeOver(profile) });
  };
  return (
    <section className="card stack tight" id="sheet">
      <div>
        <h2>{t.sheet}</h2>
        <p className="soft">{t.sheetHint}</p>
      </div>
      <div className="row">
        <a className="enter edged" href="/api/v1/profile-sheets" download="profile.xlsx">
          {t.sheetGet}
        </a>
        <label className="enter strong file">
          <input type="file" className="unseen" accept=".xlsx,.csv" onChange={choose} />
          {read.isPending ? t.sheetReading : t.sheetSend}
        </label>
      </div>
      {filled && filled.length > 0 && (
        <p className="notice-line" role="status">
          {t.sheetTaken(list(filled.map((field) => nameOf(w.field, field))))}
        </p>
      )}
      {read.error && (
        <p className="notice-line bad" role="alert">
          {read.error.message}
        </p>
      )}
      {read.data && read.variables && <Problems sheet={read.data} file={read.variables} />}
    </section>
  );
}
