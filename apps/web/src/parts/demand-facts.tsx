import type { ReactNode } from 'react';
import type { Demand } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Tag } from './tag';
import { partTexts } from './texts';

/** Names and values; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const there = facts.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  return (
    <dl className="facts">
      {there.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

/** A budget as a range of money; undefined where there is none. */
export function useMoney() {
  const t = useTexts(partTexts);
  const { money } = useFormat();
  return (budget: Demand['budget']): string | undefined => {
    const { min, max } = budget ?? {};
    if (min !== undefined && max !== undefined) return t.range(money(min), money(max));
    if (min !== undefined) return t.from(money(min));
    return max === undefined ? undefined : t.to(money(max));
  };
}

/** What a demand says beside its requirements, as far as the reader may see it. */
export function DemandFacts({ demand }: { readonly demand: Demand }) {
  const t = useTexts(partTexts);
  const w = useTexts(words);
  const { day, list } = useFormat();
  const money = useMoney();
  const { dates, regions, certificates = [] } = demand;
  const days = [
    dates?.sample && t.sample(day(dates.sample)),
    dates?.pilot && t.pilot(day(dates.pilot)),
    dates?.mass && t.mass(day(dates.mass)),
  ];
  return (
    <Facts
      facts={[
        [w.field.ownerName, demand.ownerName ?? w.anonymousOwner],
        [w.field.deadline, demand.deadline && day(demand.deadline)],
        [w.field.chain, [demand.chain, demand.link].filter(Boolean).join(' / ')],
        [w.field.process, demand.process],
        [w.field.quantity, demand.quantity],
        [w.field.dates, days.filter(Boolean).join('\n')],
        [
          w.field.certificates,
          certificates.length > 0 && (
            <span className="row">
              {certificates.map(({ name, must }) => (
                <span key={name}>
                  {name} <Tag tone={must ? 'clay' : 'plain'}>{must ? w.must : w.nice}</Tag>
                </span>
              ))}
            </span>
          ),
        ],
        [
          w.field.regions,
          regions && regions.values.length > 0 && (
            <>
              {list(regions.values)} <Tag tone={regions.must ? 'clay' : 'plain'}>{regions.must ? w.must : w.nice}</Tag>
            </>
          ),
        ],
        [w.field.budget, money(demand.budget)],
        [w.field.wanted, demand.wanted],
        [w.field.ipTerms, demand.ipTerms],
      ]}
    />
  );
}

/** The conditions of a demand as a table. */
export function Requirements({ demand }: { readonly demand: Demand }) {
  const t = useTexts(partTexts);
  const w = useTexts(words);
  return (
    <ul className="verdicts">
      {(demand.requirements ?? []).map((requirement) => (
        <li className="verdict" key={requirement.id ?? requirement.name}>
          <div>
            <Tag tone={requirement.must ? 'clay' : 'plain'}>{requirement.must ? w.must : w.nice}</Tag>
          </div>
          <div>
            <div className="row apart">
              <span className="name">{requirement.name}</span>
              <span>
                {requirement.target} {requirement.unit}
              </span>
            </div>
            {requirement.testMethod && (
              <p className="soft small">
                {t.test}：{requirement.testMethod}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
