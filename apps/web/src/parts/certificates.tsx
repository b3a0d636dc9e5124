import type { Schemas } from '#web/api/client';
import { daysUntil, useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Tag } from './tag';
import { partTexts } from './texts';

/** Days before its end from which a certificate is shown as running out. */
export const SOON_DAYS = 60;

/** Names of certificates that run out soon but have not yet. */
export const runningOut = (certificates: readonly Schemas['CertificateLine'][] = []): string[] =>
  certificates.flatMap(({ name, validUntil }) => {
    const days = validUntil ? daysUntil(validUntil) : -1;
    return days >= 0 && days <= SOON_DAYS ? [name] : [];
  });

/** Whether a certificate is in force, runs out soon, or has run out. */
export function Validity({ until }: { readonly until: string | undefined }) {
  const t = useTexts(partTexts);
  const { day } = useFormat();
  if (!until) return <Tag>{t.undated}</Tag>;
  const days = daysUntil(until);
  if (days < 0) return <Tag tone="bad">{t.expired(day(until))}</Tag>;
  if (days <= SOON_DAYS) return <Tag tone="warn">{t.soon(day(until), days)}</Tag>;
  return <Tag tone="good">{t.validUntil(day(until))}</Tag>;
}

/** Certificates with what is left of their validity. */
export function Certificates({ certificates }: { readonly certificates: readonly Schemas['CertificateLine'][] }) {
  return (
    <ul className="stack tight">
      {certificates.map(({ name, number, validUntil }) => (
        <li className="row apart" key={`${name} ${number ?? ''}`}>
          <span>
            {name} {number && <span className="soft small">{number}</span>}
          </span>
          <Validity until={validUntil} />
        </li>
      ))}
    </ul>
  );
}
