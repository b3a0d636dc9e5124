import { normalise } from './analysis.js';
import type { HeldCertificate } from './types.js';

/** Words that say that something is a certificate, or of what family, without saying which. */
const family = /质量|环境|职业健康安全|能源|信息安全|管理|体系|认证|证书|资质|标准|有效|通过|具备|持有|的/g;

/** Not held: asked for, planned, refused, given up. */
const notHeld = /申请|办理中|受理|审核中|计划|拟|未|暂无|过期|失效|注销|撤销/;

/** A number of three digits or more makes a code a standard's: `9001`, but not the 3 of `CMMI 3`. */
const standardNumber = /^\d{3,}$/;

const codes = (name: string) => name.match(/[a-z]+|\d+/g) ?? [];
const han = (name: string) => (name.match(/\p{Script=Han}+/gu) ?? []).join('');

function contains(all: readonly string[], part: readonly string[]): boolean {
  return all.some((_, start) => part.every((code, at) => all[start + at] === code));
}

/**
 * Whether a certificate held is the one wanted, by name alone: the wanted codes stand in it in a row (`ISO9001` in
 * `ISO 9001:2015`, not in `ISO 9001:2008` when 2015 is wanted), and so do its Chinese words, unless the codes name a
 * standard. When in doubt it is not.
 */
export function sameCertificate(wanted: string, held: string): boolean {
  const [want, have] = [normalise(wanted), normalise(held)];
  if (notHeld.test(have)) return false;
  const wantedCodes = codes(want);
  const wantedHan = han(want).replace(family, '');
  if (wantedCodes.length === 0 && wantedHan === '') return false;
  if (wantedCodes.length > 0 && !contains(codes(have), wantedCodes)) return false;
  return wantedCodes.some((code) => standardNumber.test(code)) || han(have).replace(family, '').includes(wantedHan);
}

/** YYYY-MM-DD at the beginning; anything else is no date. */
const day = /^\d{4}-\d{2}-\d{2}/;

/** Known to be out of force on the day `on` (YYYY-MM-DD); the last day counts as valid. */
export function hasExpired({ validUntil = '' }: HeldCertificate, on: string): boolean {
  const last = day.exec(validUntil)?.[0];
  return last !== undefined && last < on.slice(0, 10);
}
