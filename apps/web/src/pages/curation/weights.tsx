import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTexts } from '#web/i18n/texts';
import { FirmChanges } from '#web/parts/firm-changes';
import { Pick } from '#web/parts/pick';
import { useTold } from './list';
import { type Curation, useCurate, type Weights } from './queries';
import { curationTexts } from './texts';

const TIMES = ['0', '0.5', '1', '2', '3', '5'] as const;
type Part = keyof Weights;

/** Other weights: tried first, with the list before and after; then used. */
export function WeightsCard({ list }: { readonly list: Curation }) {
  const t = useTexts(curationTexts);
  const told = useTold();
  const name = useId();
  const { trial, weigh } = useCurate(list.demandId);
  const [weights, setWeights] = useState<Weights>(list.weights as Weights);
  const set = (part: Part, times: string) => {
    setWeights({ ...weights, [part]: Number(times) });
    trial.reset();
  };
  const options = TIMES.map((value) => ({ value, label: t.times(value) }));
  return (
    <section className="card stack" aria-label={t.weights}>
      <div>
        <h2>{t.weights}</h2>
        <p className="soft small">{t.weightsHint}</p>
      </div>
      <div className="stack tight">
        {(Object.keys(t.part) as Part[]).map((part) => (
          <div key={part} className="row apart">
            <label htmlFor={`${name}-${part}`}>{t.part[part]}</label>
            <Pick
              id={`${name}-${part}`}
              options={options}
              value={String(weights[part] ?? 1)}
              onChange={(times) => set(part, times)}
            />
          </div>
        ))}
      </div>
      <div className="row">
        <Button loading={trial.isPending} onClick={() => trial.mutate(weights, { onError: told.onError })}>
          {t.trial}
        </Button>
        <Button onClick={() => setWeights({})}>{t.usual}</Button>
      </div>
      {trial.data && (
        <div className="stack tight" role="status">
          <h3>{t.trialTitle(trial.data.before, trial.data.after)}</h3>
          <FirmChanges firms={trial.data.firms} />
          <Button
            type="primary"
            loading={weigh.isPending}
            onClick={() => weigh.mutate(weights, { ...told, onSettled: () => trial.reset() })}
          >
            {t.use}
          </Button>
        </div>
      )}
    </section>
  );
}
