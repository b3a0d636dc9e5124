import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface PanelProps {
  /** What the button is called. */
  readonly label: string;
  readonly button: ReactNode;
  /** The button holds words, not an icon. */
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a panel below it. Escape, a press elsewhere and leaving it with the keyboard close it. */
export function Panel({ label, button, wide, children }: PanelProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div className="panel" ref={box}>
      <button
        ref={opener}
        type="button"
        className={wide ? 'tool words' : 'tool'}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <section className="panel-box" id={id} aria-label={label}>
          {children(() => setOpen(false))}
        </section>
      )}
    </div>
  );
}
