import { type ReactNode, useEffect } from 'react';

interface PageProps {
  /** Of the tab and, unless `hidden`, the heading. */
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The page draws its own heading. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A page: its name in the tab, its heading with actions, its content. */
export function Page({ title, lead, actions, bare, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 入链 Rulian`;
  }, [title]);
  return (
    <div className="stack wide">
      {!bare && (
        <header className="row apart">
          <div>
            <h1>{title}</h1>
            {lead && <p className="soft">{lead}</p>}
          </div>
          {actions && <div className="row no-print">{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}
