import { lastProperty } from './properties.js';

/** Words of a label that do not tell one thing of a firm from another. */
export const neutral =
  /额定|标称|典型值?|实测值?|平均|最大值?|最小值?|最高|最低|最快|最长|最短|最厚|最薄|最窄|最宽|可达到?|达到?|可做|可制|可加工|可生产|高达|稳定|保持|控制|约|为|可|能|已|均|一般|通常|常规|常温|整机|单机|全系列?|系列|合计|总计|共计?|另有|其中|现有?|目前|拥有|配有?|具备|设有|公司|我司|本厂|厂内|每年?|主推|成品|外壳|建筑|可接入|接入|支持|提供|承诺|核心|可承受|承受|产品|型号?|规格|值|优于|小于|大于|低于|高于|不低于|不超过|不大于|不小于|不高于|不少于|至少|超过|连续|持续|累计|总|年|月|日|天|时|处|下|内|上|的|了|之|与|及|和|在|是|到|至|等|仅|只|有|做|件|个|支持|单套|可支撑|经|[:=()/,·~\-\s"“”']/g;
const model = /[a-z0-9][a-z0-9.#/+-]*\d[a-z0-9.#/+-]*|(?<![a-z])[a-z]{1,3}(?![a-z])/g;

/** What a label without capitals says beside its property: whose it is, or of what kind. */
export function residual(label: string): string {
  const property = lastProperty(label);
  const rest = property ? `${label.slice(0, property.start)} ${label.slice(property.end)}` : label;
  return rest.replace(model, ' ').replace(neutral, '');
}
