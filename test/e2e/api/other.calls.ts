import { type Calls, self } from './fixture.js';

export const otherCalls: Calls = {
  'GET /notices': self(() => ({ query: 'limit=100' })),
  'GET /notices/unread': self(),
  'POST /notices/read': self(({ world }) => ({ body: { ids: [world.notice] } })),
  'GET /notices/stream': self(),
  'GET /notices/preferences': self(),
  'PUT /notices/preferences': self(() => ({ body: { muted: ['claim.decided'] } })),
  'GET /search/demands': self(() => ({ query: 'q=齿轮' })),
  'GET /search/firms': self(() => ({ query: 'q=齿轮' })),
  'POST /operations/projections/recipients': self(),
  'POST /operations/projections/organisations': self(),
};
