import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api, type Demand, type Problem, type Schemas, take } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Fit } from '#web/parts/fit';
import { useCounts } from '#web/parts/proposal-row';
import { Bones } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { Verdicts } from '#web/parts/verdicts';
import { writeTexts } from './texts';
import { type DemandValues, previewOf, withoutMust } from './values';

type Preview = Schemas['DemandPreviewView'];
type Asked = Schemas['DemandPreviewInput'];

/** Milliseconds after the last key before it is asked what the demand would find. */
const PAUSE_MS = 700;

/** The value once it has stood still for a moment. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}

/** Whom the demand would find as the form stands; the answer before stays until the next is there. */
export function usePreview(form: FormInstance<DemandValues>, before: Demand | undefined) {
  const values = Form.useWatch([], form) as DemandValues | undefined;
  const asked = values && previewOf(values, before);
  const text = useCalm(JSON.stringify(asked ?? null));
  const body = JSON.parse(text) as Asked | null;
  const preview = useQuery({
    queryKey: ['demand-previews', text],
    queryFn: ({ signal }) => take(api.POST('/api/v1/demand-previews', { body: body as Asked, signal })),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    // Too many in a minute: it is asked again when there is room.
    retry: (failures, error) => failures < 4 && (error as Problem).status === 429,
    retryDelay: 8000,
  });
  return { asked: body ?? undefined, preview };
}

function Firms({ firms, asked }: { readonly firms: Preview['firms']; readonly asked: Asked }) {
  const t = useTexts(writeTexts).preview;
  const counts = useCounts();
  const requirements = asked.requirements?.map((line, place) => ({ ...line, id: `p${place + 1}` })) ?? [];
  return (
    <ol className="preview-firms">
      {firms.map(({ firmId, firmName, score, reasons }) => (
        <li key={firmId}>
          <div className="preview-firm">
            <Fit score={score} />
            <div>
              <Link to={`/firms/${firmId}`} target="_blank">
                {firmName}
              </Link>
              <p className="soft small">{counts(reasons)}</p>
            </div>
          </div>
          {reasons.requirements.length > 0 && (
            <details>
              <summary className="small">{t.why}</summary>
              <Verdicts reasons={reasons} demand={{ requirements }} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

interface LooseningsProps {
  readonly loosenings: Preview['loosenings'];
  readonly form: FormInstance<DemandValues>;
}

/** What each must that excludes somebody would change as nice to have, and the button that does it. */
function Loosenings({ loosenings, form }: LooseningsProps) {
  const all = useTexts(writeTexts);
  const t = all.preview;
  const { number, list } = useFormat();
  const toast = useToast();
  if (loosenings.length === 0) return null;
  const loosen = (key: string, name: string) => {
    const values = form.getFieldsValue();
    form.setFieldsValue(withoutMust(values, key) as DemandValues);
    toast.done(t.loosened(name), { label: all.undo, run: () => form.setFieldsValue(values) });
  };
  return (
    <div className="stack tight">
      <h3>{t.change}</h3>
      {loosenings.map(({ requirement, name, more }) => (
        <div className="stack tight loosening" key={requirement}>
          <p>{more.length > 0 ? t.more(name, number(more.length)) : t.same(name)}</p>
          {more.length > 0 && (
            <>
              <p className="soft small">{list(more.slice(0, 3))}</p>
              <div>
                <Button size="small" onClick={() => loosen(requirement, name)}>
                  {t.loosen}
                </Button>
              </div>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

interface FoundProps {
  readonly form: FormInstance<DemandValues>;
  readonly preview: Preview;
  readonly asked: Asked;
}

function Found({ preview, asked, form }: FoundProps) {
  const t = useTexts(writeTexts).preview;
  const { number } = useFormat();
  const { firms, excluded, loosenings } = preview;
  const chosen = Form.useWatch('chosen', form) as DemandValues['chosen'];
  const toAll = firms.length > 0 ? t.fit(number(firms.length)) : t.none;
  return (
    <>
      <p role="status" className="preview-count">
        {chosen && chosen.to !== 'everybody' ? t.onlyChosen(number(chosen.firms.length)) : toAll}
      </p>
      {firms.length === 0 && <p className="soft">{t.noneHint}</p>}
      <Loosenings loosenings={loosenings} form={form} />
      <Firms firms={firms} asked={asked} />
      {excluded.length > 0 && (
        <details>
          <summary>{t.excluded(number(excluded.length))}</summary>
          <ul className="stack tight">
            {excluded.map(({ firmId, firmName, sentence }) => (
              <li key={firmId} className="small">
                {firmName} <span className="soft">{sentence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface LivePreviewProps {
  readonly form: FormInstance<DemandValues>;
  readonly state: ReturnType<typeof usePreview>;
}

/** Beside the form: which firms the demand would find now, and what a changed condition would change. */
export function LivePreview({ form, state: { asked, preview } }: LivePreviewProps) {
  const t = useTexts(writeTexts).preview;
  const { data, error, failureReason } = preview;
  const busy = (failureReason as Problem | null)?.status === 429;
  return (
    <section className="card stack tight live-preview" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t.title}</h2>
      {!asked && <p className="soft">{t.start}</p>}
      {asked && busy && <p className="soft small">{t.slow}</p>}
      {asked && error && !busy && <p className="notice-line bad">{error.message}</p>}
      {asked && !data && !error && <Bones count={3} height={64} />}
      {asked && data && <Found preview={data} asked={asked} form={form} />}
    </section>
  );
}
