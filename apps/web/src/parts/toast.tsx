import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import './toast.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Toaster {
  /** Says that it was done; `action` takes it back or leads on. */
  readonly done: (text: string, action?: Toast['action']) => void;
  /** Says that it was not done, and why. */
  readonly failed: (error: Error) => void;
}

const SHOWN_MS = 6000;
const Context = createContext<Toaster>({ done: () => undefined, failed: () => undefined });

/** Short messages at the foot of the page, read out by screen readers. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const serial = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      serial.current += 1;
      const id = serial.current;
      setToasts((all) => [...all.slice(-2), { ...toast, id }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  const toaster = useMemo<Toaster>(
    () => ({
      done: (text, action) => show({ text, bad: false, ...(action ? { action } : {}) }),
      failed: (error) => show({ text: error.message, bad: true }),
    }),
    [show],
  );
  return (
    <Context value={toaster}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, text, bad, action }) => (
          <div className={bad ? 'toast bad' : 'toast'} key={id}>
            <span>{text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  drop(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
          </div>
        ))}
      </div>
    </Context>
  );
}

export const useToast = (): Toaster => useContext(Context);
