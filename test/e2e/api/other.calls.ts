import { ApiClient } from '#platform/http/api-client';
import { type About, both, type Call, type Calls, self, standing } from './fixture.js';

/** https, so that it is taken; what its name means is refused when something is to be sent. */
const HOOK = { kind: 'webhook', address: 'https://localhost/hook', language: 'zh' };

/** Words of a kind of notice that hold what they need. */
const words = {
  zh: { title: '{firmName}揭榜了', body: '需求：{title}' },
  en: { title: '{firmName} has responded', body: 'To “{title}”.' },
};

/** A channel of the person who asks; keys and the operator have none. */
async function channelOf({ world, actor }: About): Promise<{ params: { id: string } }> {
  if (!actor.person) return { params: { id: 'none' } };
  const api = new ApiClient(world.url, actor.secret);
  const [first] = await api.get<{ id: string }[]>('/notice-channels');
  return { params: first ?? (await api.post<{ id: string }>('/notice-channels', HOOK)) };
}

/** A person's own channel, and one of somebody else. */
const channel = (body?: unknown): Call[] => {
  const sends = body === undefined ? {} : { body };
  return [
    ...self(async (about) => ({ ...(await channelOf(about)), ...sends }), { personal: true, shared: true }),
    ...self(({ world }) => ({ params: { id: world.failed.channelId }, ...sends }), {
      title: 'of somebody else',
      narrower: { rule: {}, because: 'a channel is its person’s own' },
    }),
  ];
};

export const otherCalls: Calls = {
  'GET /notices': self(() => ({ query: 'limit=100' })),
  'GET /notices/unread': self(),
  'POST /notices/read': self(({ world }) => ({ body: { ids: [world.notice] } })),
  'GET /notices/stream': self(),
  'GET /notices/preferences': self(),
  'PUT /notices/preferences': self(() => ({ body: { muted: ['claim.decided'] } })),
  'GET /notice-channels': self(),
  'GET /notice-channels/kinds': self(),
  'POST /notice-channels': self(() => ({ body: { ...HOOK, name: '采购系统' } })),
  'PATCH /notice-channels/{id}': channel({ name: '改名', quiet: { from: '22:00', to: '08:00' } }),
  'DELETE /notice-channels/{id}': channel(),
  'POST /notice-channels/{id}/test': channel(),
  'GET /notice-channels/{id}/messages': channel(),
  'GET /unsubscribe/{key}': self(() => ({ params: { key: 'a'.repeat(32) } })),
  'POST /unsubscribe/{key}': self(() => ({ params: { key: 'a'.repeat(32) } })),
  'GET /operations/failed-messages': self(),
  'POST /operations/bounces': self(() => ({
    headers: { 'content-type': 'message/rfc822' },
    body: 'Subject: x\r\n\r\nx',
  })),
  'POST /operations/failed-messages/{id}/replay': self(({ world }) => ({ params: { id: world.failed.id } })),
  'GET /search/demands': self(() => ({ query: 'q=齿轮' })),
  'GET /search/firms': self(() => ({ query: 'q=齿轮' })),
  'GET /search/organisations': self(() => ({ query: 'q=海岳' })),
  'GET /insight/funnel': self(() => ({ query: 'by=month' })),
  'GET /insight/sheet': self(),
  'GET /insight/demands': self(() => ({ query: 'stage=told' })),
  'GET /insight/demands/{id}/cases': both(standing('published')),
  'GET /insight/check': self(),
  'GET /notice-words': self(),
  'PUT /notice-words/{kind}': self(() => ({ params: { kind: 'response.submitted' }, body: words })),
  'DELETE /notice-words/{kind}': self(() => ({ params: { kind: 'response.submitted' } })),
  'POST /notice-words/{kind}/preview': self(() => ({ params: { kind: 'response.submitted' }, body: words })),
  'GET /notice-words/{kind}/history': self(() => ({ params: { kind: 'response.submitted' } })),
  'POST /operations/projections/insight': self(),
  'POST /operations/projections/recipients': self(),
  'POST /operations/projections/organisations': self(),
};
