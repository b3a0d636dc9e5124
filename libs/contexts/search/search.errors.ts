import { defineErrors } from '#platform/errors/errors';

export const searchErrors = defineErrors('search', {
  rebuild_running: {
    kind: 'conflict',
    zh: '搜索索引正在重建，请等其完成。',
    en: 'The search indexes are being rebuilt already. Wait until that is over.',
  },
});
