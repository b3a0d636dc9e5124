import { defineErrors } from '#platform/errors/errors';

/** Words of phases, states and sides in Chinese. */
const WORDS = {
  draft: '草稿',
  registration: '报名',
  preferences: '填写意向',
  scheduling: '排程',
  provisional: '预排',
  final: '已定',
  live: '进行中',
  closed: '已结束',
  reported: '已总结',
  invited: '已邀请',
  applied: '已报名',
  approved: '已通过',
  rejected: '未通过',
  declined: '已谢绝',
  withdrawn: '已退出',
  leader: '链主企业',
  sme: '中小企业',
};

/** Words of the states of an offer of a seat in Chinese. */
const OFFER_WORDS = {
  open: '等待回答',
  agreed: '双方已同意',
  placed: '已安排',
  refused: '有一方不能来',
  lapsed: '超时',
  void: '位置已不空',
};

export const eventsErrors = defineErrors('matchmaking', {
  span_order: { kind: 'invalid', zh: '结束时间须晚于开始时间。', en: 'It must end after it begins.' },
  session_long: {
    kind: 'invalid',
    zh: '一场会面不能超过 {hours} 小时，请分成几场。',
    en: 'A session may last {hours} hours at most; make several of it.',
  },
  sessions_overlap: {
    kind: 'invalid',
    zh: '场次之间不能重叠，请调整时间。',
    en: 'Sessions may not overlap. Change their times.',
  },
  too_many_slots: {
    kind: 'invalid',
    zh: '时段共 {slots} 个，最多 {most} 个，请缩短场次或延长每段时间。',
    en: 'That makes {slots} slots, and {most} are the most. Shorten the sessions or make slots longer.',
  },
  no_slots: {
    kind: 'conflict',
    zh: '场次中没有完整的时段，请先设置场次。',
    en: 'The sessions hold no whole slot. Set the sessions first.',
  },
  limits_order: {
    kind: 'invalid',
    zh: '会面下限不能高于上限。',
    en: 'The lower limit of meetings is above the upper one.',
  },
  not_in_phase: {
    kind: 'conflict',
    zh: '活动处于“{phase}”阶段，现在不能进行此操作。可操作的阶段：{allowed}。',
    en: 'The event is in the phase “{phase}”; this is possible in: {allowed}.',
    words: WORDS,
  },
  move: {
    kind: 'conflict',
    zh: '活动不能从“{from}”进入“{to}”。下一步可以是：{allowed}。',
    en: 'The event cannot go from “{from}” to “{to}”. It can go to: {allowed}.',
    words: { ...WORDS, none: '无' },
  },
  tables_few: {
    kind: 'invalid',
    zh: '桌号 {table} 超过桌数 {tables}。',
    en: 'There is no table {table}: the event has {tables}.',
  },
  table_of_another: {
    kind: 'conflict',
    zh: '{table} 号桌已属于{name}，请换一张。',
    en: 'Table {table} belongs to {name}. Choose another.',
  },
  registered: {
    kind: 'conflict',
    zh: '贵单位已在该活动中（{status}）。',
    en: 'Your organisation is at this event already ({status}).',
    words: WORDS,
  },
  not_registered: {
    kind: 'not-found',
    zh: '贵单位没有报名该活动。',
    en: 'Your organisation is not registered for this event.',
  },
  registration_state: {
    kind: 'conflict',
    zh: '报名当前状态为“{status}”，不能进行此操作。',
    en: 'The registration is “{status}”; this is not possible now.',
    words: WORDS,
  },
  organisation_unknown: {
    kind: 'invalid',
    zh: '没有这个单位，或它尚未通过审核：{id}。',
    en: 'There is no approved organisation {id}.',
  },
  staff_stay_away: {
    kind: 'invalid',
    zh: '{id} 是工作人员单位，不参加会面。',
    en: '{id} is an organisation of staff, which meets nobody.',
  },
  demand_unknown: {
    kind: 'invalid',
    zh: '该单位没有这条已发布的需求：{id}。',
    en: 'The organisation has no published demand {id}.',
  },
  demands_many: {
    kind: 'conflict',
    zh: '该单位已带来 {most} 条需求，不能再加。',
    en: 'The organisation brings {most} demands already, which is the most.',
  },
  full: {
    kind: 'conflict',
    zh: '活动已满 {most} 家。',
    en: 'The event is full: {most} organisations take part.',
  },
  representative_twice: {
    kind: 'invalid',
    zh: '代表编号 {id} 重复，请改为不同的编号。',
    en: 'The representative id {id} stands twice. Give each its own.',
  },
  not_a_participant: {
    kind: 'invalid',
    zh: '{id} 不是本活动另一方的参会单位。',
    en: '{id} is none of the other side’s participants at this event.',
  },
  not_its_demand: {
    kind: 'invalid',
    zh: '需求 {id} 不在该链主带来的需求中。',
    en: 'The demand {id} is none of those that the leader brings.',
  },
  wish_twice: {
    kind: 'invalid',
    zh: '对同一单位（同一需求）只能有一个意向。',
    en: 'There is one wish for an organisation (or for one demand of it).',
  },
  too_many_musts: {
    kind: 'invalid',
    zh: '“必须会面”最多 {most} 家，您选了 {count} 家。',
    en: 'You may call {most} a must, and named {count}.',
  },
  schedule_running: {
    kind: 'conflict',
    zh: '该活动正在排程，请等待完成或先停止。',
    en: 'A schedule of this event is being made. Wait for it, or stop it.',
  },
  schedule_lost: {
    kind: 'conflict',
    level: 'debug',
    zh: '排程已由另一个进程接手。',
    en: 'Another process has gone on with the schedule.',
  },
  schedule_needed: {
    kind: 'invalid',
    zh: '请选择一个已完成的排程结果（scheduleId）。',
    en: 'Name a schedule of this event that is made (scheduleId).',
  },
  plan_needed: {
    kind: 'conflict',
    zh: '活动还没有排程结果，请先完成排程。',
    en: 'The event has no schedule yet. Make one first.',
  },
  plan_stale: {
    kind: 'conflict',
    zh: '排程之后参会情况有变化，{name}的会面已无法安排，请重新排程。',
    en: 'Since the schedule was made, {name} has changed who comes. Make it again.',
  },
  instance_wrong: {
    kind: 'conflict',
    zh: '暂时不能排程：{zh}',
    en: 'No schedule can be made: {en}',
  },
  pairs_many: {
    kind: 'conflict',
    zh: '可能的会面共 {pairs} 组，最多 {most} 组，请减少参会代表。',
    en: 'There are {pairs} possible meetings, and {most} are the most. Register fewer representatives.',
  },
  change_incomplete: {
    kind: 'invalid',
    zh: '这种变化需要字段 {fields}。',
    en: 'This kind of change needs {fields}.',
  },
  no_such_slot: {
    kind: 'invalid',
    zh: '没有这个时段，时段为 0 到 {last}。',
    en: 'There is no such slot; they are 0 to {last}.',
  },
  no_such_party: {
    kind: 'invalid',
    zh: '{id} 不在参会代表中。',
    en: '{id} is no representative at this event.',
  },
  no_such_meeting: {
    kind: 'not-found',
    zh: '没有这场会面，或它已取消。',
    en: 'There is no such meeting, or it is cancelled.',
  },
  code_unknown: {
    kind: 'invalid',
    zh: '没有单位使用签到码 {code}，请核对后重试。',
    en: 'No organisation at this event has the code {code}. Check it and try again.',
  },
  place_away: {
    kind: 'conflict',
    zh: '有一方在该时段不在场。',
    en: 'One of the two is not there at that time.',
  },
  place_table: {
    kind: 'conflict',
    zh: '这张桌子不能用于这场会面：没有这张桌，或它属于其他链主。',
    en: 'The meeting cannot be at this table: there is none, or it is another leader’s.',
  },
  place_locked: {
    kind: 'conflict',
    zh: '那里有一场锁定的会面。请先解除锁定。',
    en: 'A locked meeting is in the way. Unlock it first.',
  },
  not_begun: {
    kind: 'conflict',
    zh: '这场会面还没有开始。开始之后再填写结果。',
    en: 'The meeting has not begun. Say what came of it once it has.',
  },
  no_way_to_meet: {
    kind: 'conflict',
    zh: '双方在该时段无法会面：没有匹配也没有意向，或有一方已有其他会面。请看原因。',
    en: 'The two cannot meet then: they are not to meet, or one of them has another meeting. Ask why.',
  },
  no_such_offer: {
    kind: 'not-found',
    zh: '没有这条补位邀请。',
    en: 'There is no such offer of a seat.',
  },
  offer_closed: {
    kind: 'conflict',
    zh: '补位邀请已结束（{status}），不能再回答。请看最新日程。',
    en: 'The offer of this seat is closed ({status}); it cannot be answered any more. Look at the agenda.',
    words: OFFER_WORDS,
  },
  offer_taken: {
    kind: 'conflict',
    zh: '这个位置已有其他安排、已经开始，或缺席的单位已到场。请重新查看怎么补。',
    en: 'The seat is taken, has begun, or who was awaited has come. Look for a repair again.',
  },
  sheet_type: {
    kind: 'unsupported',
    zh: '请上传 xlsx 表格（Content-Type：{type}）。',
    en: 'Send an xlsx sheet (Content-Type {type}).',
  },
  sheet_unreadable: {
    kind: 'invalid',
    zh: '文件不是可读的 xlsx 表格。请用 Excel 或 WPS 另存为 xlsx 后重试。',
    en: 'The file is no xlsx sheet that can be read. Save it as xlsx with Excel or WPS and try again.',
  },
  sheet_long: {
    kind: 'too-large',
    zh: '表格最多 {rows} 行、{columns} 列。请分成几份。',
    en: 'A sheet may have {rows} rows and {columns} columns. Make several of it.',
  },
  sheet_header: {
    kind: 'invalid',
    zh: '前 {rows} 行中没有“单位名称”或“统一社会信用代码”这一列的表头。',
    en: 'None of the first {rows} rows is a header with a column “name” or “uscc”.',
  },
  sheet_nobody: {
    kind: 'invalid',
    zh: '请填写单位名称或统一社会信用代码。',
    en: 'Fill in the name or the credit code.',
  },
  sheet_unknown: {
    kind: 'invalid',
    zh: '没有通过审核的单位“{name}”。请核对名称，或改填统一社会信用代码。',
    en: 'There is no approved organisation “{name}”. Check the name, or write its credit code.',
  },
  sheet_ambiguous: {
    kind: 'invalid',
    zh: '有 {count} 家单位叫“{name}”。请填写统一社会信用代码。',
    en: '{count} organisations are called “{name}”. Write the credit code.',
  },
  sheet_twice: {
    kind: 'invalid',
    zh: '该单位在第 {row} 行已出现。请删去一行。',
    en: 'The organisation stands in row {row} already. Remove one of the two.',
  },
  sheet_side: {
    kind: 'invalid',
    zh: '该单位是{side}。请改正角色，或留空。',
    en: 'The organisation is: {side}. Correct the role, or leave it empty.',
    words: WORDS,
  },
  sheet_max: {
    kind: 'invalid',
    zh: '会面上限请填 1 到 {most} 的整数，或留空。',
    en: 'The most meetings is a whole number from 1 to {most}, or empty.',
  },
  sheet_same_side: {
    kind: 'invalid',
    zh: '“{name}”与该单位是同一方，不会面。',
    en: '“{name}” is of the same side; the two do not meet.',
  },
  sheet_not_there: {
    kind: 'invalid',
    zh: '“{name}”不在表格中，也不在参会单位中。请加一行，或删去这个意向。',
    en: '“{name}” is neither in the sheet nor at the event. Add a row for it, or remove the wish.',
  },
  programme_leader: {
    kind: 'invalid',
    zh: '没有这家链主企业，或它尚未通过审核：{id}。',
    en: 'There is no approved leader {id}.',
  },
  programme_demand: {
    kind: 'invalid',
    zh: '没有这条已公开的需求：{id}。',
    en: 'There is no public demand {id}.',
  },
  programme_secret: {
    kind: 'invalid',
    zh: '该需求不公开发布单位，场次中不能同时写明链主企业。',
    en: 'Nobody may know whose demand it is: do not name its leader beside it.',
  },
});
