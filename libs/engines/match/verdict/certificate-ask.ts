import type { Ask } from './ask.js';
import { withoutBrackets } from './ask-words.js';
import { type NamedStandard, standardsIn } from './holding.js';

/** Words of a text that speaks of certificates, licences and titles. */
export const certificateWord =
  /认证|证书|防爆合格证|许可(?!费|使用)|核准(?=证|$|\s)|注册证|资质(?!.{0,4}检测设备)|执照|备案(?:证|凭证)|登记证|体系|生产许可|certif|licen[cs]e|accredit|著作权|资格证|高新技术企业|专精特新|小巨人|单项冠军|瞪羚|创新型中小企业|gb\/?t?\s?\d{4}|astm|\bdin\s?\d|\bjis\b|iec\s?\d{4}/;

/** One certificate that is asked: the words that name it, and the standard where it is a known one. */
export interface WantedHolding {
  readonly text: string;
  readonly standard?: NamedStandard;
}

/** What a requirement asks of certificates: each (`all`) or one of them; `known` when a known standard is named. */
export interface CertificateAsk {
  readonly wanted: readonly WantedHolding[];
  readonly all: boolean;
  readonly known: boolean;
}

const separators =
  /或者?|\/(?=[a-z\p{Script=Han}])(?<!gb\/|iso\/|gb\/t\/|yy\/)|\bor\b|和|及(?!以上)|与|、|,|\+|\band\b/u;

function wantedTexts(name: string, target: string): { readonly texts: readonly string[]; readonly all: boolean } {
  const inTarget = standardsIn(target).length > 0;
  const text = inTarget || /证|资质|certif/.test(target) ? target : name;
  const parts = text.split(separators).filter((part) => standardsIn(part).length > 0);
  if (parts.length < 2) return { texts: [inTarget ? target : `${name} ${target}`], all: true };
  return { texts: parts, all: !/或|\/|\bor\b/.test(text) };
}

/** What a requirement asks of certificates; `undefined` where it asks for something else. */
export function readCertificateAsk(ask: Ask): CertificateAsk | undefined {
  // A standard in brackets says how it is measured: 齿轮精度（GB/T 10095）.
  const [name, target] = [ask.figure ? withoutBrackets(ask.name.low) : ask.name.low, ask.target.low];
  const known = standardsIn(`${name} ${target}`).length > 0;
  if (ask.figure?.grade) return undefined;
  // So does one before a grade of something that is measured: 齿轮精度 GB/T 10095 6级.
  if (ask.figure?.property && ask.figure.figure?.unit?.dimension === 'LEVEL1') return undefined;
  if (ask.figure && !/级|level/.test(target) && !known) return undefined;
  if (!known && !certificateWord.test(`${name} ${target}`)) return undefined;
  const { texts, all } = wantedTexts(name, target);
  const wanted = texts.map((text): WantedHolding => {
    const standard = standardsIn(text)[0] ?? standardsIn(name)[0];
    if (!standard) return { text };
    return { text: texts.length === 1 ? `${name} ${text}` : text, standard };
  });
  return { wanted, all, known };
}
