/**
 * Ways to say one thing, by hand: processes, equipment, software, materials, goods. Within a row every name may stand for
 * every other. Lower case; `_` is a space. Rows are separated by line, names by spaces.
 */
const groups = `
五轴联动 五轴 5轴联动 5轴 五坐标 五坐标联动 5坐标 5-axis 5_axis five-axis
四轴联动 四轴 4轴
电火花 火花机 放电加工 edm 电脉冲
三坐标 三坐标测量 三坐标检测 三坐标测量机 三坐标测量仪 三次元 cmm coordinate_measuring 坐标测量机
二次元 影像测量仪 影像仪 光学影像测量
数控车 cnc车 车削 数控车床 turning
车铣复合 车铣中心 turn-mill
深孔钻 枪钻 深孔加工
激光切割 激光下料 laser_cutting
激光焊接 激光焊 laser_welding
氩弧焊 tig焊 tig tig_welding 钨极氩弧焊
二保焊 二氧化碳保护焊 mag焊 co2焊 气保焊
搅拌摩擦焊 fsw friction_stir_welding
电阻焊 点焊 spot_welding
超声波焊接 超声焊 超声波焊 ultrasonic_welding
阳极氧化 阳极处理 anodizing anodising anodized 氧化着色
硬质阳极氧化 硬质氧化 hard_anodizing 硬阳
微弧氧化 mao
电泳 电泳涂装 电泳漆 e-coating
喷粉 粉末喷涂 粉末涂装 静电喷粉 喷塑 powder_coating
达克罗 锌铝涂层 dacromet
镀锌 电镀锌 zinc_plating galvanizing
热镀锌 热浸镀锌 热浸锌 hot-dip_galvanizing
化学镀镍 化镍 无电解镀镍 electroless_nickel
真空镀膜 pvd 物理气相沉积 离子镀
磷化 磷化处理
钝化 钝化处理 passivation
发黑 发蓝 氧化发黑
渗氮 氮化 nitriding
渗碳 渗碳淬火 carburizing
真空热处理 真空淬火 真空炉 真空淬火炉 vacuum_heat_treatment
高频淬火 高频 感应淬火 中频淬火 中频 感应加热淬火
压铸 高压铸造 高压压铸 die_casting 铝压铸
低压铸造 低压浇铸
熔模铸造 失蜡铸造 精密铸造 精铸 investment_casting
消失模 消失模铸造 实型铸造
砂型铸造 砂铸 sand_casting 树脂砂
重力铸造 金属型铸造
粉末冶金 粉冶 powder_metallurgy
金属注射成型 mim 金属粉末注射
金属3d打印 slm 选区激光熔化 激光选区熔化 金属增材制造
光固化 sla sla打印
注塑 注射成型 注塑成型 injection_molding injection_moulding
双色注塑 双料注塑 双射成型
吹塑 中空成型 blow_molding blow_moulding
吸塑 真空成型
挤出 挤塑 extrusion
模内装饰 imd iml 模内转印
液态硅胶 lsr 液体硅橡胶
级进模 连续模 progressive_die
拉深 拉伸成型 深拉伸 深冲
液压成形 内高压成形
旋压 旋压成型 spinning
冷镦 冷镦成型 cold_heading
锻造 模锻 锻压 forging
钣金 钣金加工 sheet_metal
磁粉探伤 mt探伤 磁粉检测 mt检测 mpi
渗透探伤 渗透检测 着色探伤
超声波探伤 ut探伤 超声检测 超声波检测 ut检测 超声探伤 ultrasonic_testing
射线探伤 rt探伤 x射线检测 x光探伤 x射线探伤 x光检测 工业ct rt检测 x-ray
光谱分析 直读光谱 光谱仪
回流焊 reflow
pcba pcba代工 电路板组装 线路板组装 pcb_assembly
fct 功能测试 整板测试
ict 在线测试 针床测试
aoi 自动光学检测 光学检测
spi 锡膏检测
hdi 高密度互连 高密度互联
fpc 柔性线路板 柔性电路板 软板 挠性板
沉金 化金 enig 化学沉金
喷锡 hasl
阻抗控制 阻抗板
三防 三防漆 三防涂覆 conformal_coating
灌胶 灌封
mes 制造执行系统 生产执行系统 manufacturing_execution
erp 企业资源计划
wms 仓储管理系统 仓储管理 仓库管理系统 仓库管理
plm 产品生命周期管理
scada 数据采集与监控 数据采集与监视控制 组态监控
aps 高级排程 高级计划排程 智能排产 自动排产
tms 运输管理系统 运输管理
qms 质量管理系统
crm 客户关系管理
dcs 集散控制系统 分散控制系统
plc 可编程控制器 可编程逻辑控制器
rfid 射频识别
数字孪生 digital_twin
机器视觉 视觉检测 machine_vision
边缘计算 边缘网关 edge_computing
私有化部署 本地部署 本地化部署 on-premise on-premises
源代码 源码
整车运输 ftl
零担 ltl
海外仓 overseas_warehouse
保税仓 保税仓库 保税 bonded
报关 清关 通关 customs_clearance
危化品运输 危险品运输 危险货物运输 危货运输 承运危险品 承运危化品 承运危险货物 承接危险品 dangerous_goods
仓配一体 仓储配送 云仓
仓储 仓库 库房 warehouse
涂层 膜层 镀膜 coating film
冻干 冷冻干燥 真空冷冻干燥 freeze_drying lyophilization
喷雾干燥 喷干 spray_drying
超高温灭菌 uht
巴氏杀菌 巴氏灭菌 pasteurization
高压灭菌 蒸汽灭菌 高温高压灭菌 湿热灭菌
环氧乙烷灭菌 eo灭菌 eto灭菌 环氧乙烷 eo_sterilization
速冻 急冻 iqf
无菌灌装 aseptic_filling
充氮包装 充氮 气调包装 map包装
真空包装 vacuum_packing
低温萃取 超临界萃取 超临界co2萃取 supercritical
发酵 fermentation
气相色谱 gc 气相色谱仪
液质联用 lc-ms lc-ms/ms 液相质谱
icp-ms 电感耦合等离子体质谱
盐雾试验 盐雾测试 盐雾箱 盐雾 salt_spray
emc 电磁兼容 emc测试 电磁兼容测试
高低温试验 高低温箱 高低温测试 环境试验箱
振动试验 振动测试 振动台 vibration_test
跌落试验 跌落测试
喷水织造 喷水织机
机织 梭织 weaving
数码印花 数码喷印 digital_printing
水刺 水刺无纺
熔喷 熔喷布 meltblown
激光打标 激光刻字 激光打码 laser_marking
丝印 丝网印刷 screen_printing
移印 pad_printing
水转印 水转印膜
烫金 烫印 hot_stamping
胶印 offset_printing
模切 die_cutting
刮研 铲刮
齿轮磨削 磨齿 成形磨齿 gear_grinding
滚齿 gear_hobbing
珩磨 honing
无心磨 centerless_grinding
动平衡 动平衡机 dynamic_balancing
气密性检测 气密检测 气密测试 氦检 氦检漏 检漏 leak_test
小批量试制 小批量 小批试制 小批量生产 小批量定制 small_batch
odm 设计代工
模具设计 模具开发 开模 模具制造 mould_design mold_design tooling
进出口权 自营进出口权 进出口经营权 自营进出口 外贸经营权 import_and_export_rights
上门服务 现场服务 驻场服务 on-site_service
7×24 7*24 24小时 全天候 24/7
溯源 追溯 可追溯 全程追溯 traceability
滚珠丝杠 滚珠丝杆 ball_screw
直线导轨 线性导轨 直线滑轨 linear_guide
谐波减速器 谐波减速机 harmonic_drive
行星减速器 行星减速机 planetary_gearbox
rv减速器 rv减速机
伺服电机 伺服马达 servo_motor
步进电机 步进马达
永磁同步电机 永磁电机 pmsm
无刷电机 直流无刷电机 bldc
注塑机 注射机 injection_machine
折弯机 数控折弯机 press_brake
无尘车间 洁净车间 洁净室 净化车间 无尘室 洁净厂房 洁净区 cleanroom clean_room
反渗透 ro膜 ro
超滤 uf
氩气保护 惰性气体保护
尼龙66 pa66 聚酰胺66 nylon_66
聚甲醛 pom 赛钢
聚四氟乙烯 ptfe 铁氟龙 特氟龙 teflon
聚碳酸酯 pc料
三元乙丙 epdm
丁腈橡胶 丁腈 nbr
氟橡胶 fkm viton
硅橡胶 硅胶 silicone
碳纤维 碳纤 carbon_fiber carbon_fibre
304 sus304 06cr19ni10 0cr18ni9 s30408 1.4301 304不锈钢 aisi_304
304l sus304l 022cr19ni10 s30403 1.4307
316 sus316 06cr17ni12mo2 s31608 1.4401
316l sus316l 022cr17ni12mo2 s31603 1.4404 00cr17ni14mo2
321 sus321 06cr18ni11ti s32168 1.4541
310s sus310s 06cr25ni20 s31008 1.4845
430 sus430 10cr17 s11710 1.4016
201 sus201 12cr17mn6ni5n s35350
2205 s22053 s31803 022cr22ni5mo3n 1.4462 双相不锈钢2205 双相钢2205 2205双相钢 2205双相不锈钢
2507 s25073 1.4410
17-4ph 05cr17ni4cu4nb s17400 sus630 1.4542 630
45钢 45号钢 45# c45 s45c 1045
20钢 20号钢 20# c20 s20c 1020
q235 q235b a3钢 ss400
q345 q345b q355 q355b 16mn s355
40cr 5140 scr440 41cr4
42crmo 42crmo4 4140 scm440 1.7225
20crmnti 20crmntih
gcr15 suj2 52100 100cr6 轴承钢
cr12mov skd11 d2 1.2379
h13 4cr5mosiv1 skd61 1.2344
65mn 65锰
6061 6061-t6 al6061
7075 7075-t6 al7075
6063 6063-t5
adc12 yl113 a383 alsi11cu3
a356 zl101a alsi7mg
qt450-10 qt450 fcd450 ggg45 en-gjs-450-10 65-45-12
qt500-7 qt500 fcd500 ggg50 en-gjs-500-7
ht250 fc250 gg25 en-gjl-250
ht200 fc200 gg20 en-gjl-200
tc4 ti-6al-4v gr5 grade_5 ti6al4v
gh4169 inconel_718 inconel718 718合金 in718
h62 黄铜h62 cuzn37
紫铜 t2 t2紫铜 c1100 纯铜
慢走丝 慢走丝线切割 慢丝 slow_wire
数控加工 cnc加工 cnc cnc_machining 数控机加工
加工中心 machining_center machining_centre
喷涂 涂装 coating_line
喷漆 烤漆 spray_painting
热处理 heat_treatment
无损检测 无损探伤 探伤 ndt
超声波探伤 超声探伤 超声检测 超声波检测 ut ut探伤
磁粉探伤 磁粉检测 mt
渗透探伤 渗透检测 着色探伤 pt
射线探伤 射线检测 x射线探伤 rt rt探伤
防爆认证 防爆合格证 ex认证 ex防爆认证 防爆证
rest接口 restful_api rest_api restful接口 restful
预付款 预付 定金 预付定金
协议 合同
c扫 c扫描 超声c扫 超声c扫描
一物一码 单件追溯 每件追溯
整车厂 主机厂 车企 汽车厂
pcb 印制电路板 印刷电路板 线路板 电路板
agv 自动导引车 无人搬运车 自动引导车
冷链 冷链运输 温控运输 cold_chain
辐照灭菌 辐照
3d打印 增材制造 3d_printing additive_manufacturing
抛光 polishing
染色 dyeing
代工 代加工 oem contract_manufacturing 贴牌 oem代工
液相色谱 高效液相色谱 hplc
打样 试样 样品试制 样件制作 prototyping
老化试验 老化测试
冲压 冲压成型 stamping
针织 knitting
smt 表面贴装 smt贴片 贴片
dip 插件 dip插件
p20 3cr2mo 1.2311
压力机 冲床
配送 送货 直送 送达
氦检 氦检漏 氦质谱检漏 氦检仪 氦检漏台 氦质谱检漏仪
专票 增值税专用发票 专用发票
次日达 隔日达 24小时达
氢化 加氢 催化加氢 hydrogenation
硝化 nitration
重氮化 diazotization
moq 起订量 最低起订量 最小起订量 minimum_order
服务网点 售后服务网点 售后网点 服务点 服务站 网点 办事处 售后点 服务中心
聚醚醚酮 peek
聚苯硫醚 pps
聚醚酰亚胺 pei
聚酰亚胺 polyimide
有机玻璃 亚克力 pmma
聚丙烯 pp料
聚氯乙烯 pvc
热塑性弹性体 tpe tpr
热塑性聚氨酯 tpu
尼龙6 pa6
尼龙 聚酰胺 nylon
芳纶 凯夫拉 aramid kevlar
玻璃纤维 玻纤
碳化硅 sic
氮化硅 si3n4
氮化铝 aln
氮化镓 gan
氧化锆 zro2
硬质合金 钨钢
倒装焊 倒装 flip-chip flip_chip 倒装芯片
引线键合 金线键合 铜线键合 wire_bonding
银河麒麟 麒麟 麒麟系统 kylin
统信 统信uos uos
srm 供应商关系管理
lims 实验室信息管理 实验室管理系统
mom 制造运营管理
bms 电池管理系统
ems 能源管理系统 能耗管理系统
hmi 人机界面
oa 协同办公 办公自动化
线切割 电火花线切割
三元锂 三元电芯 三元电池 ncm
保密协议 nda 保密合同 保密承诺
定制 非标 来图 按图 量身
到场 到现场 到达现场 抵达现场
`;

/** What a firm has when it has all of these together, or one of them alone. Provenance: by hand. */
export const entailments: readonly { readonly when: readonly string[]; readonly makes: string }[] = [
  { when: ['smt', 'dip'], makes: 'pcba代工' },
  { when: ['smt', '插件'], makes: 'pcba代工' },
  { when: ['贴片', '插件'], makes: 'pcba代工' },
  { when: ['smt', '整机组装'], makes: 'pcba代工' },
  { when: ['贴片机', '波峰焊'], makes: 'pcba代工' },
  { when: ['织造', '染色'], makes: '织染一体' },
  { when: ['二维码', '每件'], makes: '一物一码' },
  { when: ['二维码', '单件'], makes: '一物一码' },
];

const kinds = `
线切割: 慢走丝 中走丝 快走丝 wedm
数控加工: 加工中心 数控铣 数控车 车铣复合 立加 卧加
加工中心: 立加 卧加 龙门加工中心 立式加工中心 卧式加工中心 五轴加工中心
热处理: 调质 淬火 渗碳 渗氮 氮化 回火 退火 正火 真空淬火
喷涂: 喷漆 喷粉 喷塑 烤漆 静电喷涂
电镀: 镀锌 镀镍 镀铬 镀锡 镀金 镀银 镀铜 滚镀 挂镀 连续镀
表面处理: 阳极氧化 电镀 镀锌 电泳 喷涂 喷粉 喷漆 磷化 钝化 镀镍 pvd 喷砂
焊接: 氩弧焊 二保焊 激光焊 点焊 埋弧焊 电阻焊 机器人焊 搅拌摩擦焊
铸造: 压铸 砂型铸造 熔模铸造 消失模 低压铸造 重力铸造
无损检测: 磁粉探伤 渗透探伤 超声波探伤 射线探伤 x光探伤 工业ct
3d打印: slm sla sls fdm 光固化
移动机器人: agv amr
冷链: 冷藏车 冷冻车 冷藏运输 冷冻运输 冷库
灭菌: 环氧乙烷灭菌 辐照灭菌 高压灭菌 湿热灭菌 eo灭菌
辐照灭菌: 钴60 电子束灭菌 伽马灭菌
染整: 染色 印染 定型
压力机: 液压机 伺服压力机 液压冲床
压铸机: 冷室压铸机 热室压铸机
pcb: 多层板 双面板 hdi fpc 柔性线路板
盲埋孔: 盲孔 埋孔
软件开发: 定制开发 二次开发 应用开发
机加工: 车铣 车削 铣削 数控车 加工中心 镗铣 镗削 车加工 铣加工 数控加工 cnc 车床
球墨铸铁: 球铁 qt400 qt450 qt500 qt600 qt700 qt400-15 qt400-18 qt450-10 qt500-7 qt600-3 qt700-2
灰铸铁: 灰铁 ht150 ht200 ht250 ht300
不锈钢: 304 316l 316 321 310s 201 430 2205
铝合金: 6061 6063 7075 5052 2a12 adc12 a356
钛合金: tc4
私有化部署: 客户内网 厂区内网 自有服务器 客户机房 内网部署 离线部署 自己机房 自有机房 不连外网 部署在客户 装在客户
数据库: mysql oracle postgresql sqlserver 达梦 人大金仓
国产数据库: 达梦 人大金仓 高斯 gaussdb oceanbase tidb
探伤: 磁粉探伤 超声波探伤 射线探伤 渗透探伤
针织: 纬编 经编
家电: 冰箱 冰柜 洗衣机 空调 电视机 热水器 油烟机 小家电 厨电 白电 海尔 美的 格力 海信 tcl 长虹 老板电器 方太 西门子家电 惠而浦
汽车: 整车厂 主机厂 车企 乘用车 商用车 新能源车 汽车厂 上汽 一汽 东风 长安汽车 广汽 吉利 比亚迪 蔚来 理想汽车 小鹏 特斯拉 大众 丰田 本田 日产 宝马 奔驰 奥迪 奇瑞 长城汽车 北汽 江淮 沃尔沃 福特 通用汽车 赛力斯 零跑
整车厂: 上汽 一汽 东风 长安汽车 广汽 吉利 比亚迪 蔚来 理想汽车 小鹏 特斯拉 大众 丰田 本田 日产 宝马 奔驰 奥迪 奇瑞 长城汽车 北汽 江淮 沃尔沃 福特 通用汽车 赛力斯 零跑
航空: 飞机 航空发动机 机身 商飞 航空航天 直升机 无人机 波音 空客 成飞 沈飞 西飞
航天: 火箭 卫星 运载
轨道交通: 中车 高铁 地铁 动车 城轨 机车 铁路
半导体: 晶圆 芯片 光刻 刻蚀 封测 中芯国际 华虹 长江存储 长电科技 北方华创
医疗: 医院 医疗器械 手术 临床
光伏: 太阳能 组件 硅片 逆变器 隆基 晶科 天合光能 晶澳 阳光电源
锂电: 电池 电芯 动力电池 宁德时代 亿纬锂能 国轩高科 中创新航
电力: 电网 变电站 国网 南网 电厂
军工: 军品 兵器 国防
食品: 饮料 乳品 肉制品 调味品 烘焙
工程机械: 挖掘机 装载机 起重机 叉车 三一 徐工 中联重科 柳工 卡特彼勒 小松
船舶: 造船 船厂 船用
石化: 炼油 石油 化工 炼化
欧盟: 欧洲 德国 法国 意大利 荷兰 西班牙 波兰
欧洲: 欧盟 德国 法国 意大利 荷兰 西班牙 英国
日本: 东京 大阪 名古屋 横滨 日企
东南亚: 越南 泰国 马来西亚 印尼 菲律宾 新加坡
北美: 美国 加拿大
第三方检测报告: sgs报告 cti报告 tüv报告 谱尼报告 sgs检测报告 cma报告 cnas报告
`;

/** What is a kind of what: a firm that has the kind has the whole, not the other way round. Provenance: by hand. */
export const kindsOf: ReadonlyMap<string, readonly string[]> = new Map(
  kinds
    .trim()
    .split('\n')
    .map((line) => {
      const [whole = '', list = ''] = line.split(': ');
      return [whole, list.split(' ')] as const;
    }),
);

/** Words that exclude each other where they are said of one thing. Provenance: by hand. */
export const contraryWords: readonly (readonly [string, readonly string[]])[] = [
  ['免费打样', ['样品收费', '打样收费', '样品一律收费', '打样一律收费', '收取样品费', '收取打样费']],
  ['免费', ['收费', '付费', '有偿', '另计费', '另收费']],
  ['全自动', ['半自动', '手动', '人工']],
  ['送货', ['自提']],
  ['国产', ['进口', '为进口']],
  ['进口', ['国产']],
  ['含税', ['不含税', '未税']],
  ['金属材质', ['塑料材质', '石墨材质']],
  ['终身', ['一年', '两年', '三年']],
];

/** Elements and ions as profiles write them in analyses. */
export const elements: readonly (readonly [string, string])[] =
  '铁fe 钠na 铜cu 锌zn 铅pb 镉cd 汞hg 铬cr 镍ni 铝al 硅si 锰mn 磷p 硫s 碳c 氯cl 砷as 钙ca 镁mg 钾k 钛ti 锂li 钴co 锡sn 银ag 金au 氟f 硼b 氧o 氮n 铌nb 钼mo 钒v 钨w 铈ce 六价铬cr6+ 氨氮nh3-n 总磷tp 总氮tn 化学需氧量cod 悬浮物ss 二氧化硅sio2 氧化铝al2o3 氧化铁fe2o3 氧化钠na2o 氮氧化物nox 二氧化硫so2'
    .split(' ')
    .map((entry) => [entry.replace(/[a-z0-9+-]+$/, ''), /[a-z0-9+-]+$/.exec(entry)?.[0] ?? ''] as const);

/** The groups of names that mean one thing. Provenance: by hand. */
export const synonymGroups: readonly (readonly string[])[] = groups
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map((name) => name.replaceAll('_', ' ')));
