import { readPlace } from '../places.js';
import type { Ask } from './ask.js';

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

/** The places that a requirement asks a firm to be in; `undefined` where it asks for something else. */
export function readRegionAsk(ask: Ask): readonly string[] | undefined {
  const target = ask.target.low.trim();
  if (ask.figure || target === '' || target.length > 60) return undefined;
  const plainPlace = /^\p{Script=Han}{2,12}(?:省|市|区|县|内)$/u.test(target);
  if (!regionName.test(ask.name.low) && !plainPlace) return undefined;
  const values = placesAsked(target);
  const places = values.map((value) => readPlace(value));
  const known = places.some((place) =>
    regionName.test(ask.name.low) ? Object.keys(place).length > 0 : place.province !== undefined,
  );
  return known ? values : undefined;
}
