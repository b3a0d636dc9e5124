import { type ReactNode, startTransition, useOptimistic } from 'react';

interface TickProps {
  /** What the server has. */
  readonly checked: boolean;
  /** Sends it to the server; ends when the server has answered. Whoever sends says so when it is refused. */
  readonly send: (checked: boolean) => Promise<unknown>;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A box that is kept by the server: its tick is seen at once, and taken back when the server refuses. */
export function Tick({ checked, send, disabled, children }: TickProps) {
  const [shown, show] = useOptimistic(checked);
  const change = (next: boolean) =>
    startTransition(async () => {
      show(next);
      await send(next).catch(() => undefined);
    });
  return (
    <label className="tick">
      <input type="checkbox" checked={shown} disabled={disabled} onChange={(event) => change(event.target.checked)} />
      {children}
    </label>
  );
}
