import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Problem } from '#web/api/client';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { partTexts } from './texts';

/** Two links that are about to be joined. */
function Links() {
  return (
    <svg width="72" height="40" viewBox="0 0 72 40" fill="none" aria-hidden="true">
      <rect x="3" y="9" width="34" height="22" rx="11" stroke="currentColor" strokeWidth="4" opacity="0.35" />
      <rect x="35" y="9" width="34" height="22" rx="11" stroke="currentColor" strokeWidth="4" />
    </svg>
  );
}

interface EmptyProps {
  readonly title: string;
  /** It is what the whole page says. */
  readonly whole?: boolean;
  /** The next step, in words. */
  readonly hint?: ReactNode;
  /** The next step, to press. */
  readonly children?: ReactNode;
}

/** Nothing is here, and what to do about it. */
export function Empty({ title, whole, hint, children }: EmptyProps) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className="state">
      <Links />
      <Heading>{title}</Heading>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

/** It could not be read: why, and a way on. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const t = useTexts(partTexts);
  const missing = (error as Problem).status === 404;
  return (
    <div role="alert">
      <Empty whole={missing} title={missing ? t.missingTitle : t.failed} hint={missing ? t.missing : error.message}>
        {missing || !retry ? <Link to="/">{t.home}</Link> : <Button onClick={retry}>{t.again}</Button>}
      </Empty>
    </div>
  );
}

/** Where content will be, in its measure, so that nothing moves when it comes. */
export function Bones({ count = 3, height = 112 }: { readonly count?: number; readonly height?: number }) {
  const t = useTexts(words);
  return (
    <div className="bones" role="status" aria-label={t.loading}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <div className="bone" key={at} style={{ height }} />
      ))}
    </div>
  );
}

interface AsyncProps<T> {
  readonly of: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  readonly bones?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** What was read, or where it will be, or why it is not there. Data that are there stay while they are read again. */
export function Async<T>({ of, bones = <Bones />, children }: AsyncProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return bones;
}
