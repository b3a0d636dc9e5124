/**
 * How what is said stands to the firm today: its own and present (`held`), denied, given to others, planned, given up, or
 * said of another party (customers, suppliers, the group).
 */
export type Standing = 'held' | 'denied' | 'outsourced' | 'planned' | 'former' | 'others';

/** 无 and 未 begin many words that deny nothing: 无尘, 无缝, 无论, 未来. */
const noDenial =
  /无(?:论|锡|缝|人机|人化|人驾驶|人仓|人叉车|人配送|人值守|菌|尘|纺|铅|损|刷|卤|水|机|源|氧|毒|烟|级|需|须|忧|轨|极|障碍|杆|油|溶剂|心|痕|线|接触|醛|添加|甲醛|害|纸化|感|土|棣|为|极绳|蜡|磷|胶|异味|溢|裂纹|气孔|可见|泄漏|轻伤|重大|事故|投诉|不良)|不(?:锈|间断|少|仅|但|只|断|干胶|限|等|同|低于|高于|超过|小于|大于|少于|多于|超|良|饱和|透|粘|沾|燃|脆|掉|变形|溶|外发|外协|外包|委外|转包|分包|易|起|褪|漏|停|确定度|含税|设最低|设起|设门槛|论|裂)|未(?:来|央|超)|没有(?:最低|起订|门槛|限制)|(?<=[并从])未(?=发生)/g;

const denial =
  /不具备|不支持|不提供|不承接|不接受?|不做|不生产|不含(?!税)|不能|不可|不会|不在|不配|不适用|不开展|不从事|不承运|不承揽|不运输|不经营|不销售|不储存|不存放|不受理|不涉及|不办|不对外|不予|不属于|不供|不带|不是|不设|不备|不用|不满足|不符合|达不到|做不了|做不到|没有|没做|未(?=[^来])|尚无|尚不|暂无|暂不|暂缺|缺乏|缺少|欠缺|无(?=\p{Script=Han}|[A-Za-z])|无法|均无|并非|拒绝|谢绝|除外|另寻|自理|需客户|须客户|由客户|do(?:es)? not|don't|doesn't|cannot|can't|unable|not (?:available|offered|supported|certified|provided|held|yet|currently|in-house|equipped)|no (?=[a-z])|without|lacks?\b|n\/a|none\b/u;

const outsourced =
  /外协|外包|委外|外发|外委|外购|外送|送外|外加工|代办|代工厂完成|转包|分包(?!商)|协作厂|协作单位|协力厂|合作厂|合作工厂|合作单位|合作伙伴(?:提供|完成|承担|负责)|委托(?!方|开发|设计|加工业务|单位)|代做|代镀|代磨|送[^,。;]{1,10}(?:代(?!表|码)|加工|处理)|送(?:至|往|到)?(?:第三方|外部|专业|邻近|附近|兄弟|市|省|同城)|由[^,。;]{1,14}?(?:完成|代|承担|负责|提供|加工|处理|协作|配套)|依托(?!自)|借助|租用|外聘|subcontract|outsourc|third[- ]party (?:lab|plant|partner|shop|supplier)s?\b|sent out|by (?:a )?partners?\b/;
/** The firm works for others, or keeps the work in its house. */
const inHouse =
  /(?:不|无|从不|绝不|均不|非|未|没有|无需|杜绝|严禁|不得)(?:再|作|做|需|得)?(?:外协|外包|委外|外发|转包|分包|外委|外购|外送)|(?:承接|接受|承揽|对外承接|提供)[^,。;]{0,8}(?:外协|委外|外包|外发|委托|外加工|来料)|接受委托|受(?:客户)?委托|委托加工业务|软件外包服务|no (?:subcontract|outsourc)|not (?:subcontract|outsourc)|never (?:subcontract|outsourc)|由(?:本|我|自|公司|厂内|车间|自有|内部|专人|专职)/g;

const planned =
  /(?<!生产|排产|主|作业|物料|检修|采购|发运|维护|交付|交货|供货|项目|需求|产能|质量|服务|培训|保养|备货|要货|物流|滚动|[按依照周月日])计划(?!管理|排程|排产|员|模块|单|编制|号|达成|下达|执行|协同|大师|部|书|性|停|外|岗|科|系统|软件|平台|工具|表|看板|优化|调度|协调|控制|模型|算法|变更|分解)|(?<!模|虚|摹|类|比|仿)拟(?!合|真|态|南|除虫|人|声|肽)|规划(?!设计|院|局|师|咨询|软件|方案)|筹建|筹备|在建|选址|预计|预期|将(?:于|在|会|引|建|扩|新|购|增|投|开|具备|实现|取得|上|启)|准备(?:引|购|上马|建|申|新)|有望|待(?:建|投|批|安装|验收|取证|调试|认证|审|到货|定|扩)|正(?:在)?(?:建|申|办|筹|研发|调试|安装|洽|审|评审|扩|认证|开发|采购|准备|取证|换证|推进|导入|试制|整改|导|进行(?!的))|申请中|申请了?(?!号|日|专利\d|\d|发明|软著)|申报(?!\d)|已受理|办理中|审核中|评审中|受理中|在办|在申请|研发中|在研|试制中|开发中|调试中|安装中|建设中|认证中|取证中|筹划|扩建中|小试|中试阶段|尚在|还在|仍在|(?<!多|小|动|运动|红外|雷达|弱|点)目标(?!检测|识别|跟踪|追踪|分割|定位|探测|模拟|特性|分类|客户|市场|用户|物|板|靶|器|函数)|力争|争取|届时|投产后|建成后|达产后|扩产后|技改后|完工后|到货后|年内(?:完成|取得|通过|投|建|引)|明年|后年|下半年(?:投|建|引|取)|下一步|未来|已订购|已下单|在途|to be (?:completed|installed|certified|commissioned|built|obtained)|planned|plans? to|planning|\bwill (?:be|have|start|add|install|get|obtain)|under (?:construction|development|application|review)|in progress|expected|scheduled|coming soon|pending|applied for|applying|target/;

const former =
  /曾(?:经)?(?!都|用名)|(?<!产|出)停(?:产|用|办|做|工|止)(?!按|开关|机位)|已停|已于20\d\d年[^,。;]{0,8}(?:转让|关停|关闭|出售|拆除|停产|停用|注销|撤销|剥离)|整体转让|关停|报废|拆除|已拆|已转让|转让给|已出售|已变卖|淘汰|以前|过去(?!\d)|早年|早期|此前(?!.{0,4}通过)|原(?:有|设有)(?!材)|已注销|已撤销|被撤销|注销|吊销|已过期|已失效|失效|已到期|到期未|未续|未换证|不再|剥离出|退出|discontinued|formerly|used to (?:have|make|run)|no longer|expired|withdrawn|revoked|suspended|暂停|中止/;

const others =
  /客户(?:均|都|多|大多|也|已|为)*(?:通过|持有|取得)|客户(?:自备|提供|现场|处|端|方|自带|自有|的|要求|采用|使用|决定)|由客户|甲方|业主|母公司|集团(?:内|公司|总部|下属|旗下|其他)|兄弟(?:公司|单位|厂)|关联(?:公司|企业)|控股股东|姊妹|供应商(?:具备|提供|持有|均|已|的)|供方(?:具备|提供|持有|均|已)|上游(?:企业|供应商|厂)|原料商|[对向]上游|付给|园区(?:内|配套|共享|公共)|隔壁|同园区|同城|周边(?:有|配套)|附近(?:有|企业)|行业(?:内|平均|普遍)|竞品|对手|同行|市面|by (?:the )?customers?\b|customer['’]s|parent company|our suppliers?\b/;

/** A year in which something is to be: 2027年投产, by 2027. */
const futureYear =
  /(20\d\d)\s?年?(?:[-/.年]?(\d{1,2})月?)?[^,。;]{0,10}(?:投产|到位|到货|引进|上线|建成|取得|完成|通过|启用|达产|竣工|安装|运行|拿证|获证|交付使用|完工|launch|start|complete|operat|ready|install|certif)|(?:(?:by|in|from)\s|排在|排到|安排在|定于|推迟到)(20\d\d)/;

/** Blanks out what only looks like one of these, so that places stay. */
const blank = (text: string, pattern: RegExp) => text.replace(pattern, (word) => '·'.repeat(word.length));

function inFuture(text: string, on: string): boolean {
  const found = futureYear.exec(text);
  if (!found) return false;
  const [, year = found[3] ?? '', month] = found;
  const [thisYear, thisMonth] = [on.slice(0, 4), Number(on.slice(5, 7))];
  return year > thisYear || (year === thisYear && month !== undefined && Number(month) > thisMonth);
}

/** A plan whose day has come may be done: nothing is known of it. */
function wasDue(text: string, on: string): boolean {
  const found = /(20\d\d)\s?年/.exec(text);
  return found !== null && found[1]! < on.slice(0, 4);
}

/**
 * How the words of a clause or bracket stand, on the day `on` (YYYY-MM-DD). `low` has no capitals. Where several are said
 * the first of planned, former, outsourced, denied, others.
 */
export function standingOf(low: string, on: string): Standing {
  const own = blank(low, inHouse);
  if (inFuture(low, on)) return 'planned';
  if (planned.test(low)) return wasDue(low, on) ? 'others' : 'planned';
  if (former.test(low)) return 'former';
  if (outsourced.test(own)) return 'outsourced';
  if (denial.test(blank(own, noDenial))) return 'denied';
  return others.test(low) ? 'others' : 'held';
}

const refuses =
  /(?:(?:暂时?|目前|现|尚|均|还)?(?:不具备|不支持|不提供|不承接|不接受?|不做|不生产|不开展|不从事|未配备|未开展|未设有?|没有|尚无|暂无|缺乏|缺少)|(?<!\p{Script=Han})无)([^,;。:()]+)/gu;
const mayRefuse = /[不未无没缺暂]|外[协委发包]|委托?外/;
const notTaken =
  /(?:^|[,;。:])([^,;。:]+?)(?:一律|均|都|暂时?|也|概)*(?:不接|不做|不运|不承运|不承接|不加工|不生产|不提供)(?=$|[,;。])/g;
const givenTo =
  /(?:^|[,;。:])([^,;。:]+?)(?:全部|均|都|一律|目前|由|需|则|主要|工序|环节)*(?:外协|委外|外发|外包|委托外)/g;

/** What the words of a clause say that the firm does not do, or that others do for it, thing by thing. */
export function refusedThings(
  low: string,
): { readonly things: readonly string[]; readonly how: 'denied' | 'outsourced' }[] {
  if (!mayRefuse.test(low)) return [];
  const own = blank(low, inHouse);
  const split = (text: string | undefined) => (text ?? '').split(/[、/]|以?及|或者?|和|与/);
  return [
    {
      how: 'denied',
      things: [refuses, notTaken].flatMap((pattern) =>
        [...blank(own, noDenial).matchAll(pattern)].flatMap(([, text]) => split(text)),
      ),
    },
    { how: 'outsourced', things: [...own.matchAll(givenTo)].flatMap(([, text]) => split(text)) },
  ];
}

/** Whether the words say that the work stays in the house: 不外协, 均在本厂完成, in-house. */
export function isInHouse(low: string): boolean {
  return /(?:不|无|从不|绝不|均不|非|未|没有|无需)(?:再|作|做|需)?(?:外协|外包|委外|外发|转包|分包|外委|外送)|自制|自产|自有[^,。;]{0,8}(?:产线|车间|生产线|工序|能力|线(?=[\d一二两三四五六七八九十]))|(?:本厂|厂内|本公司|公司内|内部|车间内|自有车间)[^,。;]{0,6}(?:完成|生产|加工|制造|自?做|进行|处理)|自主(?:完成|生产|加工)|全工序|in[- ]house|no (?:subcontract|outsourc)|never (?:subcontract|outsourc)/.test(
    low,
  );
}
