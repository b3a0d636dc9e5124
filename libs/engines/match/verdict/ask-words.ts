/** What a target begins or ends with that says only that the rest is asked. */
const opening =
  /^(?:在有效期内|有效期内|有效|必须|须|需要|需|应当|应|要求|能够|可以|可|能|具备|具有|拥有|持有|备有|配备|配有|设有|建有|自有|自建|有|支持|提供|满足|符合|达到|通过|取得|获得|签署|签订|开展|进行|采用|使用|接受|承接|实行|实现|做|会|已|且|并(?![发联网行购轨线])|由|为|是|在|的|[,;。、:\s]|(?:must|shall|should|have|has|having|holds?|with|able to|capable of|available|provides?|supports?|the|an?|of|for|required?|requires|yes)(?![a-z]))+/;
const closing =
  /(?:[,;。、:\s]|及以上|以上|以下|以内|有效|在有效期内|相关|等|能力|经验|业绩|案例|资源|条件|情况|要求|认证的|的|者|required|available|experience)+$/;
const inner =
  /(?:须|必须)?(?:自有|自建)(?:能力|产线|生产线|车间|设备)|(?:设有|设立了?|建有)|有(?=售后|服务|网点|仓库|自有)|现?可?运行[于在]|现可用|有?已(?:投用|投产|启用|运营|建成|开通)的?|或者?|以及|(?<![饱缓温调总中共])和|(?<!普)及|(?<!参)与|并(?![发联网行购轨线])|且|、|[,;。:“”"']|(?<![a-z])(?:and|or)(?![a-z])/g;
const brackets = /\(([^()]*)\)/g;
/** Words at the end of a name that any measure may have. */
export const genericTail = /(?:能力|要求|指标|参数|规格|数量|数值|范围|情况|数|值|大小|台数|水平|规模|总数|总量)$/;

export const withoutBrackets = (low: string) => low.replace(brackets, ' ').trim();

/** The words of a text without capitals that say what is asked. */
export function content(low: string): string {
  return withoutBrackets(low).replace(opening, '').replace(closing, '').replace(inner, ' ').replace(/\s+/g, ' ').trim();
}

/** The name without what is said of it in brackets and without words for any measure. */
export function nameOf(low: string): string {
  const outer =
    withoutBrackets(low)
      .replace(/in-house|自有|自制|自产/g, '')
      .trim() || low;
  return outer.replace(genericTail, '').replace(closing, '') || outer;
}

/** A name that only says what kind of thing the target is about: 设备条件, 人员配置, 售后服务. */
const category =
  /^(?:主要|关键|核心|生产|加工|制造|检测|检验|试验|测试|工艺|技术|研发|设备|人员|团队|质量|资质|环保|安全|交付|交货|供货|售后|服务|样品|包装|物流|运输|客户|市场|商务|付款|保密|知识产权|材料|材质|表面|软件|硬件|产品|模具|数据|系统|功能|其他|企业|供应商|出口|海外|本地|洁净|装配|组装|自动化|信息化|数字化|产能|语言|追溯|工序|产线|试制|配套|专业|基本)*(?:能力|条件|要求|配置|保障|服务|政策|支持|背景|情况|资源|水平|布局|类型|方式|路线|文件|证明|管理|体系|程度|结构|规范|标准|控制|范围|资格|限制|条款|合规|资质|自制|环境|配套|响应|设施|设备|人员|团队|装备)$/;
export const isCategory = (name: string) => category.test(withoutBrackets(name));

/** The work must stay in the house. */
export const inHouse =
  /不得?(?:外协|外包|委外|外发|转包|分包|外委)|非外协|禁止(?:外协|外包|转包|分包)|严禁(?:外协|外包|转包|分包)|自制|自产|自主完成|自主生产|厂内(?:完成|生产)|本厂(?:完成|生产)|自行(?:完成|生产)|in-house|no subcontract|not (?:be )?(?:subcontract|outsourc)/;
/** An installation of one's own: that the work is given away contradicts it. */
export const ownPlant = /自有|自建|自营(?!进出口)|独立/;
export const absent =
  /^(?:近[一二三四五两\d]年|产品|全程|完全)?(?:无(?!铅|卤|尘|菌|损|缝|纺|氰|刷|人|线|机|水|油|氧|级|源|毒|心|轨|感|溶剂|醛|磷|蜡|硅|害|痕|接触|纸|极)|不含|不添加|不得|不使用|不可|不设|不限|禁止|零(?!部|件|售|担|碳|下)|非(?!标|金属|晶|织造|接触|开挖|遗|道路|煤|洲)|没有|免(?!费|检|维护|熏蒸|洗)|no |without |free of )/;
export const experience = /经验|案例|业绩|客户|供货|配套|服务过|合作过|出口|experience|reference|case/;

/** Targets that only say yes. */
export const onlyYes =
  /^(?:须|必须|需|要求|应)?(?:是|有|具备|具有|支持|可以?|能|提供|可提供|满足|符合|需要|已?认定|已?取得|已?通过|获得|已?获|通过认定|持有|拥有|(?:厂内|内部|本厂)(?:自有|自建|完成)?|(?:自有|自建)(?:能力|产线|生产线|车间|工厂|设备|工序)?|有效|持有且有效|在有效期内|配备|合格|达标|(?:自有|自建|自营|设施|设备|产线|车间|仓库)+[且并,、]?(?:现|目前)?(?:在用|可用|正常运行|运行中|投用)|(?:已|现已|可|能|批量|规模|稳定)*(?:量产|投产|投用|运行|运营)|现有|已有|(?:现有|已有|具备|成熟|稳定)+(?:该|相关)?(?:能力|条件)|(?:可|能)(?:承接|加工|生产|制作|制造|供应|供货|做)|yes|required|available|valid|y)?$/;

/** What a kind of work needs, or how much of it is meant: 水电镀能力. */
const means = /(?:能力|条件|资质|手段|业务|服务|工艺|工序|设备|装置|车间|产线|生产线|件|类|产品)+$/;
const any = /^(?:任何|相关|独立的?|自有的?|自己的?|一切|各类)+/;

/** The work or thing itself: 水电镀 of 任何水电镀能力. */
export const itself = (text: string): string => text.replace(any, '').replace(means, '');

/** Machines that are told by their force alone. */
export const press = /压铸机|注塑机|注射机|冲床|压力机|液压机|油压机|折弯机|挤压机|锻压机|硫化机|machine|press/;
