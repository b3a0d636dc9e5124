import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '#web/i18n/texts';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { useDesk } from './queries';
import { sheetTexts } from './sheet-texts';

const TONES = { ready: 'good', there: 'plain', wrong: 'bad' } as const;

/** Participants from a sheet: what is wrong stands beside each row before anybody is invited. */
export function ParticipantSheet({ id }: { readonly id: string }) {
  const t = useTexts(sheetTexts);
  const toast = useToast();
  const { checkSheet, inviteSheet } = useDesk(id);
  const [file, setFile] = useState<File>();
  const failed = (error: Error) => toast.failed(error);
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    checkSheet.reset();
    if (chosen) checkSheet.mutate(chosen, { onError: failed });
  };
  const invite = () =>
    file &&
    void inviteSheet
      .mutateAsync(file)
      .then(({ ready }) => {
        toast.done(t.invited(ready));
        checkSheet.mutate(file);
      })
      .catch(failed);
  const sheet = checkSheet.data;
  return (
    <section className="card stack">
      <div>
        <h2>{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      <div className="row">
        <label className="enter edged file">
          <input
            type="file"
            className="unseen"
            accept=".xlsx"
            onChange={({ target }) => {
              choose(target.files?.[0]);
              // The same file, mended, is chosen again.
              target.value = '';
            }}
          />
          {file?.name ?? t.choose}
        </label>
        <a href={`/api/v1/matchmaking-events/${id}/participant-sheet-template`} download>
          {t.template}
        </a>
        {sheet && sheet.ready > 0 && (
          <Button type="primary" loading={inviteSheet.isPending} onClick={invite}>
            {t.invite(sheet.ready)}
          </Button>
        )}
      </div>
      {sheet && (
        <>
          <p role="status">{t.counts(sheet.ready, sheet.there, sheet.wrong)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
          <section className="table-wrap" aria-label={t.title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {[t.row, t.name, t.state, t.side, t.max, t.wishes, t.wrong].map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sheet.rows.map(({ row, name, organisationName, state, side, max, wishes, wrong }) => (
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    <td>{organisationName ?? name}</td>
                    <td>
                      <Tag tone={TONES[state]}>{t.states[state]}</Tag>
                    </td>
                    <td>{side && t.sides[side]}</td>
                    <td>{max}</td>
                    <td>{wishes > 0 && wishes}</td>
                    <td>
                      {wrong.map(({ column, text }) => (
                        <p key={`${column} ${text}`}>
                          {t.columns[column]}：{text}
                        </p>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
