import { type Calls, self } from './fixture.js';
import type { Actor } from './world.js';

const by = ({ role }: Actor) => (role === 'operator' ? 'operator' : 'staff');

export const operationsCalls: Calls = {
  'GET /health/live': self(),
  'GET /health/ready': self(),
  'GET /health/backlog': self(),
  'POST /operations/reindex': self(),
  'GET /operations/lag': self(),
  'GET /operations/dead-letters': self(() => ({ query: 'limit=2' })),
  'GET /operations/dead-letters/{id}': self(({ world }) => ({ params: { id: world.letters.standing } })),
  'POST /operations/dead-letters/{id}/replay': self(({ world, actor }) => ({
    params: { id: world.letters.replayed[by(actor)] },
  })),
  'DELETE /operations/dead-letters/{id}': self(({ world, actor }) => ({
    params: { id: world.letters.dropped[by(actor)] },
  })),
};
