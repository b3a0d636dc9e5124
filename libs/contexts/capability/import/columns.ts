import type { FirmRow } from './firm-row.js';

export type Field = Exclude<keyof FirmRow, 'row'>;

const aliases: Record<Field, readonly string[]> = {
  externalId: ['externalId', 'id', '外部编号', '编号', '企业编号', '序列号'],
  name: ['name', 'firm', 'company', 'companyName', 'firmName', '名称', '企业名称', '公司名称', '单位名称', '企业全称'],
  creditCode: ['creditCode', 'uscc', '统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码'],
  region: ['region', 'city', '地区', '所在地', '所在地区', '所属地区', '区域', '城市'],
  products: ['products', 'product', '产品', '主导产品', '主要产品', '主营产品'],
  processes: ['processes', 'process', '工艺', '主要工艺', '核心工艺'],
  equipment: ['equipment', '设备', '主要设备', '生产设备'],
  certificates: ['certificates', 'certificate', '资质证书', '证书', '资质', '认证'],
  patents: ['patents', 'patent', '专利', '专利名称'],
  cases: ['cases', 'case', '案例', '典型案例', '应用案例'],
  capacity: ['capacity', '产能', '生产能力'],
  domains: ['domains', 'domain', '领域', '业务', '业务领域', '主营业务'],
  industries: ['industries', 'industry', '行业', '所属行业'],
  employees: ['employees', '员工人数', '员工数', '职工人数', '从业人数', '人数'],
  tier: ['tier', '专精特新级别', '梯度', '级别', '培育梯度'],
  text: ['text', 'description', 'about', '简介', '企业简介', '公司简介', '介绍'],
};

const byAlias = new Map<string, Field>(
  Object.entries(aliases).flatMap(([field, names]) => names.map((name) => [plain(name), field as Field] as const)),
);

/** Without what people put around a header: brackets with their content, asterisks, spaces, case and width. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*_:\-\u200b\ufeff]/g, '')
    .toLowerCase();
}

/** The field that a column header or a JSON key means. */
export function fieldOf(header: string): Field | undefined {
  return byAlias.get(plain(header));
}

/** The other way round: A is 0, AA is 26; -1 for what is no column of a sheet. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]+$/.test(letters)) return -1;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
