import type { NoticeKind } from '#contracts/notice';

/** With a person: only that one, while it is there; else everybody of the organisation. */
export type Audience = { readonly organisation: string; readonly person?: string } | { readonly staff: true };

/** What an event makes us tell, and whom. */
export interface ToTell {
  readonly kind: NoticeKind;
  readonly to: Audience;
  readonly about: { readonly type: string; readonly id: string };
  readonly params: Readonly<Record<string, string | number>>;
}
