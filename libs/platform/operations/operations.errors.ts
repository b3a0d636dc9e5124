import { defineErrors } from '#platform/errors/errors';

export const operationsErrors = defineErrors('operations', {
  no_letter: {
    kind: 'not-found',
    zh: '没有编号为 {id} 的死信，可能已被重放或删除。',
    en: 'There is no dead letter {id}; it may have been replayed or dropped already.',
  },
});
