import { useState } from 'react';
import { useTexts } from '#web/i18n/texts';
import './facets.css';
import { partTexts } from './texts';

interface FacetValue {
  readonly value: string;
  readonly count: number;
}

interface FacetsProps {
  /** Groups in the order in which they are shown. */
  readonly groups: readonly {
    readonly key: string;
    readonly title: string;
    readonly nameOf?: (value: string) => string;
  }[];
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
  readonly chosen: URLSearchParams;
  readonly choose: (next: URLSearchParams) => void;
  /** Values a group shows at most; what is chosen always stays. */
  readonly most?: number;
}

/**
 * What a list can be narrowed to, each with how much would be left. The choice lives in the address. On a phone it is
 * folded away: the list comes first.
 */
export function Facets({ groups, facets, chosen, choose, most = 10 }: FacetsProps) {
  const t = useTexts(partTexts);
  const toggle = (key: string, value: string) => {
    const next = new URLSearchParams(chosen);
    next.delete('page');
    const others = next.getAll(key).filter((other) => other !== value);
    const was = next.getAll(key).includes(value);
    next.delete(key);
    for (const other of was ? others : [...others, value]) next.append(key, other);
    choose(next);
  };
  const count = groups.reduce((sum, { key }) => sum + chosen.getAll(key).length, 0);
  const [open, setOpen] = useState(false);
  return (
    <section className="facets" aria-label={t.filters} data-open={open}>
      <button type="button" className="chip facets-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.filters}
        {count > 0 && <span className="count">{count}</span>}
      </button>
      {groups.map(({ key, title, nameOf = (value) => value }) => {
        const kept = chosen.getAll(key);
        const known = facets[key] ?? [];
        const gone = kept.filter((value) => !known.some((other) => other.value === value));
        const values = [...gone.map((value) => ({ value, count: 0 })), ...known];
        const shown = values.filter(({ value }, at) => at < most || kept.includes(value));
        if (shown.length === 0) return null;
        return (
          <div className="facets-group" key={key}>
            <h2>{title}</h2>
            <ul>
              {shown.map(({ value, count }) => (
                <li key={value}>
                  <button
                    type="button"
                    className="chip"
                    aria-pressed={kept.includes(value)}
                    onClick={() => toggle(key, value)}
                  >
                    {nameOf(value)}
                    <span className="count">{count}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {count > 0 && (
        <button
          type="button"
          className="chip"
          onClick={() => choose(new URLSearchParams(chosen.get('q') ? { q: chosen.get('q') as string } : {}))}
        >
          {t.clear}
        </button>
      )}
    </section>
  );
}
