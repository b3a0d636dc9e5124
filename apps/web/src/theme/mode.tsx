import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { applyPalette, type Mode } from './theme';

export type Wish = Mode | 'system';
const KEY = 'rulian.theme';
const night = window.matchMedia('(prefers-color-scheme: dark)');

function keptWish(): Wish {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

const modeOf = (wish: Wish): Mode => (wish === 'system' ? (night.matches ? 'dark' : 'light') : wish);

// Before anything is drawn.
applyPalette(modeOf(keptWish()));

interface ModeState {
  readonly mode: Mode;
  readonly wish: Wish;
  readonly choose: (wish: Wish) => void;
}

const Context = createContext<ModeState>({ mode: 'light', wish: 'system', choose: () => undefined });

export function ModeProvider({ children }: { readonly children: ReactNode }) {
  const [wish, setWish] = useState(keptWish);
  const [mode, setMode] = useState(() => modeOf(wish));
  useEffect(() => {
    const follow = () => setMode(modeOf(wish));
    follow();
    night.addEventListener('change', follow);
    return () => night.removeEventListener('change', follow);
  }, [wish]);
  useEffect(() => applyPalette(mode), [mode]);
  const state = useMemo(() => {
    const choose = (next: Wish) => {
      localStorage.setItem(KEY, next);
      setWish(next);
    };
    return { mode, wish, choose };
  }, [mode, wish]);
  return <Context value={state}>{children}</Context>;
}

export const useMode = (): ModeState => useContext(Context);
