import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '#web/i18n/texts';
import { Async, Empty } from '#web/parts/state';
import { useToast } from '#web/parts/toast';
import { deskTexts } from './texts';

/** What a queue says when something was answered, or could not be. */
export function useTold(done?: string) {
  const t = useTexts(deskTexts);
  const toast = useToast();
  return { onSuccess: () => toast.done(done ?? t.done), onError: (error: Error) => toast.failed(error) };
}

interface QueueProps<T> {
  readonly of: UseQueryResult<readonly T[]>;
  readonly none: string;
  /** What brings something into it; without it nobody can do more than wait. */
  readonly feeds?: boolean;
  readonly children: (item: T) => ReactNode;
}

export function Queue<T>({ of, none, feeds = false, children }: QueueProps<T>) {
  const t = useTexts(deskTexts);
  return (
    <Async of={of}>
      {(items) =>
        items.length === 0 ? (
          <div className="card">
            {feeds ? (
              <Empty title={none} hint={t.noneHint}>
                <p className="row">
                  <Link to="/imports">{t.imports}</Link>
                  <Link to="/invites">{t.invites}</Link>
                </p>
              </Empty>
            ) : (
              <Empty title={none} hint={t.waitHint} />
            )}
          </div>
        ) : (
          <ul className="stack">{items.map(children)}</ul>
        )
      }
    </Async>
  );
}
