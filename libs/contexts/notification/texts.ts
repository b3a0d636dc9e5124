import type { Language } from '#platform/errors/errors';

/** Title and body of a notice. */
export type Texts = Readonly<Record<Language, { readonly title: string; readonly body: string }>>;
