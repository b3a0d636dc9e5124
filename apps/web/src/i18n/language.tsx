import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Language = 'zh' | 'en';

const KEY = 'rulian.language';

/** What was chosen here before, else the first of the browser's languages that is one of ours, else Chinese. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh' || kept === 'en') return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en');
  return known === 'en' ? 'en' : 'zh';
}

// Requests are sent outside of components too.
let current: Language = firstLanguage();
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';

/** For the Accept-Language of requests. */
export const currentLanguage = (): Language => current;

interface LanguageState {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Context = createContext<LanguageState>({ language: current, choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(current);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        current = next;
        localStorage.setItem(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={state}>{children}</Context>;
}

export const useLanguage = (): LanguageState => useContext(Context);
