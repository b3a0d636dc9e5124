import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import { checkedSheetQuery, useMarkedSheet } from '#web/api/files';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import './sheet-errors.css';
import { Async, Bones } from './state';
import { partTexts } from './texts';
import { useToast } from './toast';

const sheetTexts = texts({
  zh: {
    table: '表格内容',
    counts: (rows: string, wrong: string) => `共 ${rows} 行，${wrong} 行需要修改`,
    only: '只看需要修改的行',
    get: '下载标好错误的表格',
    row: '行',
    part: (shown: string) => `这里列出 ${shown} 行；下载的表格里是全部。`,
  },
  en: {
    table: 'The sheet',
    counts: (rows, wrong) => `${rows} rows, ${wrong} to mend`,
    only: 'Only rows to mend',
    get: 'Download the sheet with its errors marked',
    row: 'Row',
    part: (shown) => `${shown} rows are listed here; the downloaded sheet has them all.`,
  },
});

/** Rows that are drawn at a time. */
const STEP = 50;

type Sheet = Schemas['CheckedSheetView'];

function Row({ row: { row, cells, wrong }, width }: { readonly row: Sheet['rows'][number]; readonly width: number }) {
  const places = Array.from({ length: Math.max(width, cells.length) }, (_, at) => at);
  const whole = wrong.filter(({ at }) => at < 0 || at >= places.length);
  return (
    <tr>
      <th scope="row" className={whole.length > 0 ? 'number wrong' : 'number'}>
        {row}
        {whole.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </th>
      {places.map((place) => {
        const found = wrong.filter(({ at }) => at === place);
        return (
          <td key={place} className={found.length > 0 ? 'wrong' : undefined}>
            {cells[place]}
            {found.map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

function Table({ sheet, file }: { readonly sheet: Sheet; readonly file: File }) {
  const t = useTexts(sheetTexts);
  const p = useTexts(partTexts);
  const { number } = useFormat();
  const toast = useToast();
  const marked = useMarkedSheet();
  const [only, setOnly] = useState(true);
  const [shown, show] = useState(STEP);
  const rows = only ? sheet.rows.filter(({ wrong }) => wrong.length > 0) : sheet.rows;
  return (
    <div className="stack tight">
      <div className="row apart">
        <strong>{t.counts(number(sheet.rowCount), number(sheet.wrongCount))}</strong>
        <div className="row">
          <label className="row">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
            {t.only}
          </label>
          <Button
            loading={marked.isPending}
            onClick={() => marked.mutate(file, { onError: (error) => toast.failed(error) })}
          >
            {t.get}
          </Button>
        </div>
      </div>
      {sheet.refusal && <p className="notice-line bad">{sheet.refusal}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="table-wrap" aria-label={t.table} tabIndex={0}>
        <table className="table sheet">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              {sheet.header.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a sheet are known by their place
                <th scope="col" key={at}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row key={row.row} row={row} width={sheet.header.length} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <div>
          <Button onClick={() => show(shown + STEP)}>{p.more}</Button>
        </div>
      )}
      {!only && sheet.rows.length < sheet.rowCount && <p className="soft small">{t.part(number(sheet.rows.length))}</p>}
    </div>
  );
}

/** What is wrong in a sheet, where it stands: its rows, wrong cells marked, each with how to mend it. */
export function SheetErrors({ file }: { readonly file: File }) {
  const sheet = useQuery(checkedSheetQuery(file));
  return (
    <Async of={sheet} bones={<Bones count={1} height={160} />}>
      {(data) => <Table sheet={data} file={file} />}
    </Async>
  );
}
