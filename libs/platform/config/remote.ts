/** An installation elsewhere that the command line speaks to. */
export interface Remote {
  /** Base address of its gateway, without a path or a slash at the end. */
  readonly url: string;
  readonly secret: string;
}

/** What RULIAN_URL and RULIAN_OPERATOR_SECRET say: an installation, nothing, or what is wrong with them. */
export type RemoteSetting = Remote | undefined | { readonly missing: string } | { readonly notAnAddress: string };

export function readRemote(env: Readonly<Record<string, string | undefined>> = process.env): RemoteSetting {
  const url = env.RULIAN_URL?.trim() ?? '';
  const secret = env.RULIAN_OPERATOR_SECRET?.trim() ?? '';
  if (!url && !secret) return undefined;
  if (!url) return { missing: 'RULIAN_URL' };
  if (!secret) return { missing: 'RULIAN_OPERATOR_SECRET' };
  return /^https?:\/\/[^/?#@\s]+\/*$/.test(url) ? { url: url.replace(/\/+$/, ''), secret } : { notAnAddress: url };
}
