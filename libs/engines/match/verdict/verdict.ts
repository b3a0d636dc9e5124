import { readPlace } from '../places.js';
import { findRegion } from '../region.js';
import type { MatchRequirement } from '../types.js';
import { type Ask, readAsk } from './ask.js';
import { asksCertificate, certificateFindings } from './certificate-verdict.js';
import { figureFindings } from './figure-verdict.js';
import { decide, type Finding, type Verdict } from './finding.js';
import { standardsIn } from './holding.js';
import { matterFindings, refusals } from './matter-verdict.js';
import type { ReadProfile } from './profile-reading.js';

const regionName = /所在地|地域|区域|注册地|厂址|地址|位于|位置|属地|地点|产地|region|location|located/;
const within = /(?:境|市|省|区|县)?内$|范围内?$|地区$/;

/** Regions that are no division, by the provinces and cities they are made of. Provenance: by hand. */
const wideRegions: Readonly<Record<string, readonly string[]>> = {
  长三角: ['上海', '江苏', '浙江', '安徽'],
  江浙沪: ['上海', '江苏', '浙江'],
  苏浙沪: ['上海', '江苏', '浙江'],
  京津冀: ['北京', '天津', '河北'],
  珠三角: ['广州', '深圳', '珠海', '佛山', '江门', '肇庆', '惠州', '东莞', '中山'],
  粤港澳大湾区: ['广州', '深圳', '珠海', '佛山', '江门', '肇庆', '惠州', '东莞', '中山', '香港', '澳门'],
  成渝: ['四川', '重庆'],
  川渝: ['四川', '重庆'],
  东三省: ['辽宁', '吉林', '黑龙江'],
  东北: ['辽宁', '吉林', '黑龙江'],
  华东: ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
  华南: ['广东', '广西', '海南'],
  华北: ['北京', '天津', '河北', '山西', '内蒙古'],
  华中: ['河南', '湖北', '湖南'],
  西南: ['四川', '重庆', '贵州', '云南', '西藏'],
  西北: ['陕西', '甘肃', '青海', '宁夏', '新疆'],
};

function placesAsked(target: string): string[] {
  const parts = target
    .split(/[、,/或和]|以及|\bor\b/)
    .map((part) =>
      part
        .replace(/^(?:位于|在|须在|需在|限|仅限|要求)/, '')
        .replace(within, (end) => (/^[市省区县]/.test(end) ? end.charAt(0) : '')),
    );
  return parts.flatMap((part) => wideRegions[part] ?? [part]).filter((part) => part !== '');
}

function regionFinding(ask: Ask, profile: ReadProfile): Finding | undefined {
  const target = ask.target.low.trim();
  const values = placesAsked(target);
  const known = values.some((value) => Object.keys(readPlace(value)).length > 0);
  if (
    !known ||
    !(
      regionName.test(ask.name.low) ||
      (/^\p{Script=Han}{2,12}$/u.test(target) &&
        readPlace(target).province !== undefined &&
        /(?:省|市|区|县|内)$/.test(target))
    )
  )
    return undefined;
  const { region } = profile.firm;
  const why = findRegion(region, values);
  const state = why === 'region-inside' ? 'met' : why === 'region-outside' ? 'not-met' : 'unknown';
  return { state, why, weight: 1, ...(region ? { evidence: { field: 'region', text: region } } : {}) };
}

/** Of several things asked together the worst decides, of alternatives the best. */
function combined(lists: readonly Finding[][], all: boolean): Finding | undefined {
  const decided = lists.map((list) => decide(list));
  const rank = (finding: Finding | undefined) =>
    ['not-met', 'unknown', 'likely', 'met'].indexOf(finding?.state ?? 'unknown');
  const sorted = [...decided].sort((a, b) => rank(a) - rank(b));
  if (all) return sorted[0];
  // Of alternatives one that is open keeps the question open.
  const best = sorted.at(-1);
  return best;
}

function certificateFinding(ask: Ask, profile: ReadProfile, on: string): Finding | undefined {
  const { lists, all } = certificateFindings(ask, profile, on);
  return combined(lists, all);
}

function figureFinding(ask: Ask, profile: ReadProfile, on: string): Finding | undefined {
  const found = decide(figureFindings(ask, profile, on));
  if (found && found.state !== 'likely') return found;
  return decide(refusals(ask, profile, on)) ?? found;
}

function findingFor(ask: Ask, profile: ReadProfile, on: string): Finding | undefined {
  const region = regionFinding(ask, profile);
  if (region) return region;
  if (asksCertificate(ask)) {
    const certificate = certificateFinding(ask, profile, on);
    return certificate || standardsIn(`${ask.name.low} ${ask.target.low}`).length > 0
      ? certificate
      : decide(matterFindings(ask, profile, on));
  }
  if (ask.figure) return figureFinding(ask, profile, on);
  return decide(matterFindings(ask, profile, on));
}

/** A requirement, read once for all firms it is asked of. */
export interface ReadRequirement {
  readonly requirement: MatchRequirement;
  readonly ask: Ask;
}

export const readRequirement = (requirement: MatchRequirement): ReadRequirement => ({
  requirement,
  ask: readAsk(requirement),
});

/**
 * Whether a firm meets a requirement on the day `on` (YYYY-MM-DD), and the text of its profile that decides. Open world:
 * what the profile does not say is unknown; not met needs a contradiction.
 */
export function verdict({ requirement, ask }: ReadRequirement, profile: ReadProfile, on: string): Verdict {
  const { name, target = '', unit = '' } = requirement;
  const asked = `${name} ${target}${unit}`.trim();
  const found = findingFor(ask, profile, on.slice(0, 10));
  if (!found) return { state: 'unknown', why: 'silent', asked };
  const { state, why, evidence } = found;
  return { state, why, asked, ...(evidence ? { evidence, found: evidence.text } : {}) };
}
