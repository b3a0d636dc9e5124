/** What the operator's commands print. */
export const TEXTS = {
  zh: {
    lagHead: ['消费组', '主题', '待处理', '状态'],
    running: '正常',
    stopped: (reason: string) => `已停止：${reason}`,
    noGroups: '还没有消费组。',
    unsent: (count: number, age: number | undefined) =>
      `未发送事件：${count}${age === undefined ? '' : `（最早的在 ${age} 秒前）`}`,
    letters: (counts: string) => `死信：${counts || '无'}`,
    listHead: ['编号', '时间', '消费组', '事件', '对象', '原因'],
    noLetters: '没有死信。',
    more: (shown: number) => `以上为最早的 ${shown} 封，还有更多；可用 --limit 增加。`,
    fields: { id: '编号', at: '时间', group: '消费组', reason: '原因', event: '事件' },
    replayed: (count: number) => `已重放 ${count} 封死信。`,
    gone: (count: number) => `另有 ${count} 封已不存在。`,
    dropped: (id: string) => `已删除死信 ${id}。`,
    idOrAll: '请给出死信编号，或用 --all 重放全部（可加 --group），二者选一。',
    limit: '--limit 须为 1 到 100000 的整数。',
  },
  en: {
    lagHead: ['group', 'topic', 'waiting', 'state'],
    running: 'running',
    stopped: (reason: string) => `stopped: ${reason}`,
    noGroups: 'There is no group yet.',
    unsent: (count: number, age: number | undefined) =>
      `unsent events: ${count}${age === undefined ? '' : ` (the oldest is ${age} s old)`}`,
    letters: (counts: string) => `dead letters: ${counts || 'none'}`,
    listHead: ['id', 'time', 'group', 'event', 'subject', 'reason'],
    noLetters: 'There are no dead letters.',
    more: (shown: number) => `These are the oldest ${shown}; there are more. Raise --limit to see them.`,
    fields: { id: 'id', at: 'time', group: 'group', reason: 'reason', event: 'event' },
    replayed: (count: number) => `replayed: ${count}`,
    gone: (count: number) => `gone already: ${count}`,
    dropped: (id: string) => `dropped: ${id}`,
    idOrAll: 'Give the id of a dead letter, or --all (with --group if you like) to replay all of them; not both.',
    limit: '--limit must be a whole number from 1 to 100000.',
  },
} as const;
