/**
 * Standards that firms are certified to, by hand. `editions` from the oldest to the one in force; an edition before the
 * last lost its force after `endOfOld` (YYYY-MM-DD). `levels` says which way a level of it is better.
 */
export interface Standard {
  readonly id: string;
  readonly names: RegExp;
  readonly editions?: readonly string[];
  readonly endOfOld?: string;
  /** Editions under another name: GB/T 19001-2016 is ISO 9001:2015. */
  readonly sameEdition?: Readonly<Record<string, string>>;
  /** What came before it under another number. */
  readonly replaces?: RegExp;
  readonly levels?: 'high' | 'low';
  /** It is about substances: what the material has, the product has. */
  readonly substance?: true;
  /** It is given for one process each. */
  readonly perProcess?: true;
}

/** Provenance: by hand, from the transition dates of ISO, IATF and SAC. */
export const standards: readonly Standard[] = [
  {
    id: 'iso13485',
    names: /iso\s?13485|yy\/?t\s?0287|医疗器械质量管理体系/,
    editions: ['1996', '2003', '2016'],
    endOfOld: '2019-02-28',
  },
  {
    id: 'iatf16949',
    names: /iatf\s?16949|汽车(?:行业)?质量管理体系/,
    editions: ['2016'],
    replaces: /(?:iso\s?\/?\s?)?ts\s?16949|qs\s?-?9000/,
    endOfOld: '2018-09-14',
  },
  {
    id: 'gjb9001',
    names: /gjb\s?9001|国军标(?:质量管理体系|体系)?|武器装备质量管理体系/,
    editions: ['a', 'b', 'c'],
    endOfOld: '2020-12-31',
  },
  {
    id: 'as9100',
    names: /(?:as|en)\s?9100|航空航天质量管理体系/,
    editions: ['a', 'b', 'c', 'd'],
    endOfOld: '2018-09-14',
  },
  { id: 'as9120', names: /(?:as|en)\s?9120/ },
  {
    id: 'iso9001',
    names: /iso\s?9001|iso\s?9000(?!\d)|gb\/?t\s?19001|(?<!器械|汽车|航天|装备|建筑施工企业)质量管理体系/,
    editions: ['1987', '1994', '2000', '2008', '2015'],
    endOfOld: '2018-09-14',
    sameEdition: { '2016': '2015' },
  },
  {
    id: 'iso14001',
    names: /iso\s?14001|gb\/?t\s?24001|环境管理体系/,
    editions: ['1996', '2004', '2015'],
    endOfOld: '2018-09-14',
    sameEdition: { '2016': '2015' },
  },
  {
    id: 'iso45001',
    names: /iso\s?45001|gb\/?t\s?45001|职业健康(?:与|和)?安全管理体系/,
    editions: ['2018'],
    replaces: /ohsas\s?18001|gb\/?t\s?28001/,
    endOfOld: '2021-09-30',
    sameEdition: { '2020': '2018' },
  },
  {
    id: 'iso50001',
    names: /iso\s?50001|gb\/?t\s?23331|能源管理体系/,
    editions: ['2011', '2018'],
    endOfOld: '2021-08-20',
    sameEdition: { '2020': '2018' },
  },
  {
    id: 'iso27001',
    names: /iso(?:\/iec)?\s?27001|信息安全管理体系/,
    editions: ['2005', '2013', '2022'],
    endOfOld: '2025-10-31',
  },
  { id: 'iso27701', names: /iso(?:\/iec)?\s?27701|隐私信息管理/ },
  {
    id: 'iso20000',
    names: /iso(?:\/iec)?\s?20000|信息技术服务管理体系/,
    editions: ['2005', '2011', '2018'],
    endOfOld: '2021-09-29',
  },
  { id: 'iso22301', names: /iso\s?22301|业务连续性管理/, editions: ['2012', '2019'], endOfOld: '2023-04-30' },
  { id: 'fssc22000', names: /fssc\s?22000/ },
  {
    id: 'iso22000',
    names: /(?<!fssc\s?)(?:iso\s?22000|食品安全管理体系)/,
    editions: ['2005', '2018'],
    endOfOld: '2021-12-29',
  },
  { id: 'haccp', names: /haccp|危害分析/ },
  { id: 'brc', names: /brc(?:gs)?(?![a-z])/ },
  {
    id: 'iso17025',
    names: /iso(?:\/iec)?\s?17025|cnas|实验室认可/,
    editions: ['1999', '2005', '2017'],
    endOfOld: '2021-06-01',
  },
  { id: 'cma', names: /(?<![a-z])cma(?![a-z])|检验检测机构资质|资质认定/ },
  { id: 'iso22163', names: /iso(?:\/ts)?\s?22163|iris(?![a-z])|铁路行业质量/, editions: ['2017', '2023'] },
  { id: 'iso3834', names: /(?:iso|en)\s?3834/ },
  { id: 'en15085', names: /en\s?15085/ },
  { id: 'nadcap', names: /nadcap/, perProcess: true },
  { id: 'cmmi', names: /cmmi/, levels: 'high' },
  { id: 'djbh', names: /等保|等级保护/, levels: 'high' },
  { id: 'itss', names: /itss/, levels: 'low' },
  { id: 'aspice', names: /a-?spice/, levels: 'high' },
  { id: 'safety', names: /安全生产标准化/, levels: 'low' },
  { id: 'dcmm', names: /dcmm|数据管理能力成熟度/, levels: 'high' },
  { id: 'smart', names: /智能制造能力成熟度/, levels: 'high' },
  { id: 'rohs', names: /rohs/, substance: true },
  { id: 'reach', names: /reach(?![a-z])/, substance: true },
  { id: 'ccc', names: /(?<![a-z])(?:ccc|3c)(?![a-z\d])|强制性产品认证/ },
  {
    id: 'mdr',
    names: /(?<![a-z])mdr(?![a-z])|2017\/745/,
    replaces: /(?<![a-z])mdd(?![a-z])|93\/42\/eec/,
    endOfOld: '2021-05-25',
  },
  {
    id: 'ivdr',
    names: /(?<![a-z])ivdr(?![a-z])|2017\/746/,
    replaces: /(?<![a-z])ivdd(?![a-z])|98\/79\/ec/,
    endOfOld: '2022-05-25',
  },
  { id: 'ce', names: /(?<![a-z])ce(?![a-z\d])/ },
  { id: 'ul', names: /(?<![a-z])c?ul(?:us)?(?=$|[^a-z]|认证)(?!\s?-?94)/ },
  { id: 'fda-510k', names: /(?:fda\s?)?510\s?\(?k\)?/ },
  { id: 'fda', names: /fda/, substance: true },
  { id: 'gmp', names: /(?<![a-z])c?gmp(?![a-z])/ },
  { id: 'gsp', names: /(?<![a-z])gsp(?![a-z])/ },
  { id: 'oeko', names: /oeko/ },
  { id: 'gots', names: /gots/ },
  { id: 'grs', names: /(?<![a-z])grs(?![a-z])/ },
  { id: 'bsci', names: /bsci/ },
  { id: 'sedex', names: /sedex|smeta/ },
  { id: 'fsc', names: /(?<![a-z])fsc(?![a-z])/ },
  { id: 'halal', names: /halal|清真/ },
  { id: 'kosher', names: /kosher|犹太洁食/ },
  { id: 'sc', names: /(?<![a-z])sc(?:证|认证|许可)|食品生产许可/ },
  { id: 'vda63', names: /vda\s?6\.3/ },
  { id: 'tisax', names: /tisax/ },
  { id: 'aeo', names: /(?<![a-z])aeo(?![a-z])/ },
  { id: 'atex', names: /atex/ },
  { id: 'gbt29490', names: /gb\/?t\s?29490|知识产权管理体系|知识产权贯标/ },
];
