import type { Ask } from './ask.js';
import { type CertificateAsk, certificateWord } from './certificate-ask.js';
import type { Finding, VerdictEvidence } from './finding.js';
import { fitOf, levelFit, type NamedStandard, ofAnotherProcess, outOfScope, sameByName } from './holding.js';
import { type ReadLine, type ReadProfile, standing } from './profile-reading.js';
import { quote, type Span } from './written.js';

const wantsValidity = /有效|期内|valid|in force/;
const until = /(?:至少?|到|until|through|不早于)[^\d]{0,6}(20\d\d)(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?/;

/** The day on which it must be valid: `on`, or a later one that the target names. */
function dayWanted(ask: Ask, on: string): string {
  const found = until.exec(ask.target.low);
  if (!found) return on;
  const [, year = '', month, day] = found;
  const named =
    month === undefined ? `${year}-12-31` : `${year}-${month.padStart(2, '0')}-${(day ?? '28').padStart(2, '0')}`;
  return named > on ? named : on;
}

function evidence(line: ReadLine, span: Span = { start: 0, end: line.text.plain.length }): VerdictEvidence {
  const date = line.validUntil || line.date;
  return { field: line.field, text: quote(line.text, span.start, span.end), ...(date ? { date } : {}) };
}

const isDay = /^\d{4}-\d{2}-\d{2}/;

function held(ask: Ask, line: ReadLine, on: string, weight: number): Finding {
  const day = isDay.exec(line.validUntil ?? '')?.[0];
  const shown = evidence(line);
  if (day !== undefined && day < dayWanted(ask, on))
    return { state: 'not-met', why: 'certificate-expired', evidence: shown, weight };
  if (day !== undefined) return { state: 'met', why: 'certificate-valid', evidence: shown, weight };
  const open = wantsValidity.test(`${ask.target.low} ${ask.name.low}`);
  return { state: open ? 'likely' : 'met', why: 'certificate-undated', evidence: shown, weight };
}

function againstStandard(
  asked: NamedStandard,
  line: ReadLine,
  on: string,
): 'superseded' | 'lower-level' | 'same' | undefined {
  for (const { standards } of line.clauses) {
    for (const named of standards) {
      const found = fitOf(asked, named, on);
      if (found) return found;
    }
  }
  return undefined;
}

/** 认可范围只含化学成分: what is not in the scope is not certified. */
const noMore = /范围[^,。;]{0,4}[只仅]|[只仅][^,。;]{0,6}范围/;

function ofCertificate(
  ask: Ask,
  profile: ReadProfile,
  asked: NamedStandard | undefined,
  text: string,
  line: ReadLine,
  on: string,
): Finding | undefined {
  const found = asked
    ? againstStandard(asked, line, on)
    : sameByName(text, line.text)
      ? levelFit(text, line.text.low)
      : undefined;
  if (found === undefined) return undefined;
  if (asked?.standard.perProcess && ofAnotherProcess(text, line.text.low)) return undefined;
  const shown = evidence(line);
  const how = standing(profile, line, { start: 0, end: 1 }, on);
  if (how === 'planned') return { state: 'not-met', why: 'planned', evidence: shown, weight: 0.6 };
  if (how === 'former' || how === 'denied') return { state: 'not-met', why: how, evidence: shown, weight: 0.6 };
  if (how === 'others') return { state: 'unknown', why: 'others', evidence: shown, weight: 0.6 };
  if (found === 'superseded') return { state: 'not-met', why: 'certificate-superseded', evidence: shown, weight: 0.7 };
  if (found === 'lower-level') return { state: 'not-met', why: 'certificate-level', evidence: shown, weight: 0.7 };
  if (asked && outOfScope(text, line.text.low)) {
    const state = profile.lines.some(({ clauses }) => clauses.some(({ low }) => noMore.test(low)))
      ? 'not-met'
      : 'unknown';
    return { state, why: 'certificate-scope', evidence: shown, weight: 0.5 };
  }
  return held(ask, line, on, 1);
}

/** Words with which a firm says that it holds a certificate, not only that it works by it (按HACCP要求). */
const claims =
  /认证|证书|通过|取得|获|持有|资质|认可|备案|符合|测评|许可|certified|certificate|accredited|approved|registered|compliant/;

/** The certificate is that of something bought: 选用UL认证电线. */
const boughtIn = /选用|采用|使用|采购|来自|进口自/;
const boughtThing = /原料|线材|物料/;

/** What sentences of the profile say of it: 已通过, 正在申请, 无. */
function inWords(
  profile: ReadProfile,
  asked: NamedStandard | undefined,
  text: string,
  line: ReadLine,
  on: string,
): Finding[] {
  return line.clauses.flatMap((clause): Finding[] => {
    const standard = asked && clause.standards.map((named) => fitOf(asked, named, on)).find((one) => one !== undefined);
    const same = asked
      ? standard
      : certificateWord.test(clause.low) && sameByName(text, { ...line.text, low: clause.low, raw: clause.low })
        ? levelFit(text, clause.low)
        : undefined;
    if (same === undefined || (asked?.standard.perProcess && ofAnotherProcess(text, clause.low))) return [];
    const claimed = claims.test(clause.low);
    const shown = evidence(line, clause);
    const how = standing(profile, line, clause, on);
    if (how === 'planned' || how === 'denied' || how === 'former' || how === 'outsourced')
      return [{ state: 'not-met', why: how, evidence: shown, weight: 0.65 }];
    if (how === 'others' || boughtIn.test(clause.low) || (!asked?.standard.substance && boughtThing.test(clause.low)))
      return [{ state: 'unknown', why: 'others', evidence: shown, weight: 0.5 }];
    if (!claimed) return [{ state: 'likely', why: 'stated-partly', evidence: shown, weight: 0.5 }];
    if (same === 'superseded')
      return [{ state: 'not-met', why: 'certificate-superseded', evidence: shown, weight: 0.6 }];
    if (same === 'lower-level') return [{ state: 'not-met', why: 'certificate-level', evidence: shown, weight: 0.6 }];
    return [{ state: 'met', why: 'certificate-stated', evidence: shown, weight: 0.62 }];
  });
}

function findingsFor(
  ask: Ask,
  profile: ReadProfile,
  asked: NamedStandard | undefined,
  text: string,
  on: string,
): Finding[] {
  return profile.lines.flatMap((line) =>
    line.validUntil === undefined
      ? inWords(profile, asked, text, line, on)
      : (ofCertificate(ask, profile, asked, text, line, on) ?? []),
  );
}

/** What a profile says to a requirement of a certificate: one list of findings for each that is asked. */
export function certificateFindings(
  ask: Ask,
  wanted: CertificateAsk,
  profile: ReadProfile,
  on: string,
): readonly Finding[][] {
  return wanted.wanted.map(({ text, standard }) => findingsFor(ask, profile, standard, text, on));
}
