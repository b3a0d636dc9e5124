import { useLanguage } from './language';

/** Texts of a page in one language: sentences, sentences made from values, and groups of both. */
export interface Texts {
  readonly [name: string]: string | ((...values: never[]) => string) | Texts;
}

/** The same names with the same values to fill in. */
type SameAs<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : SameAs<T[K]>;
};

export interface Bilingual<T> {
  readonly zh: T;
  readonly en: SameAs<T>;
}

/** Texts in both languages: one that is missing in English, or there in English only, does not compile. */
export const texts = <const T extends Texts>(both: { readonly zh: T; readonly en: SameAs<NoInfer<T>> }): Bilingual<T> =>
  both;

/** The texts of the reader's language. */
export function useTexts<T>(both: Bilingual<T>): SameAs<T> {
  const { language } = useLanguage();
  return language === 'zh' ? (both.zh as SameAs<T>) : both.en;
}
