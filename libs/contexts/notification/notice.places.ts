import type { NoticeState } from '#contracts/notice';

/** Pages of the web app by what a notice is about. */
const ABOUT: Readonly<Record<string, (id: string) => string>> = {
  proposal: (id) => `/proposals/${id}`,
  demand: (id) => `/my/demands/${id}`,
  response: (id) => `/responses/${id}`,
  evaluation: (id) => `/my/demands/${id}/evaluation`,
  engagement: (id) => `/threads/${id}`,
  matchmaking: (id) => `/events/${id}`,
  agenda: (id) => `/events/${id}`,
  organisation: () => '/',
  claim: () => '/profile',
  channel: () => '/settings',
};

/** Kinds that ask staff for something are read where it is done. */
const DESKS: { readonly [kind in NoticeState['kind']]?: (id: string) => string } = {
  'demand.submitted': () => '/desk/demands',
  'organisation.registered': () => '/desk/organisations',
  'claim.requested': () => '/desk/claims',
  'registration.applied': (id) => `/events/${id}/desk`,
  'registration.withdrawn': (id) => `/events/${id}/desk`,
};

/** Path of the page where a notice leads, in the bell as in a message; the list of notices where it leads nowhere. */
export function noticePlace({ kind, about }: Pick<NoticeState, 'kind' | 'about'>): string {
  const place = DESKS[kind] ?? ABOUT[about.type];
  return place ? place(encodeURIComponent(about.id)) : '/notices';
}
