import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import type { Role } from '#web/api/session';

interface PageRoute {
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Who it is for; everybody when left out. */
  readonly roles?: readonly Role[];
}

const SIGNED_IN: readonly Role[] = ['pending', 'sme', 'leader', 'staff'];
const OWNERS: readonly Role[] = ['sme', 'leader'];

/** Every page is code of its own, loaded when it is opened. */
const PAGES: readonly PageRoute[] = [
  { path: '/demands', load: () => import('#web/pages/hall/hall') },
  { path: '/demands/:id', load: () => import('#web/pages/demand/demand') },
  { path: '/demands/:id/respond', load: () => import('#web/pages/respond/respond'), roles: OWNERS },
  { path: '/firms', load: () => import('#web/pages/firms/firms') },
  { path: '/firms/:id', load: () => import('#web/pages/firm/firm') },
  { path: '/sign-in', load: () => import('#web/pages/sign-in/sign-in') },
  { path: '/sign-up', load: () => import('#web/pages/sign-up/sign-up') },
  { path: '/invitations/:code', load: () => import('#web/pages/sign-up/sign-up') },
  { path: '/password/:code', load: () => import('#web/pages/new-password/new-password') },
  { path: '/welcome', load: () => import('#web/pages/welcome/welcome') },
  { path: '/today', load: () => import('#web/pages/today/today'), roles: ['sme'] },
  { path: '/proposals', load: () => import('#web/pages/proposals/proposals'), roles: OWNERS },
  { path: '/proposals/:id', load: () => import('#web/pages/proposal/proposal'), roles: [...OWNERS, 'staff'] },
  { path: '/responses/:id', load: () => import('#web/pages/response/response'), roles: [...OWNERS, 'staff'] },
  { path: '/threads', load: () => import('#web/pages/threads/threads'), roles: [...OWNERS, 'staff'] },
  { path: '/threads/:id', load: () => import('#web/pages/thread/thread'), roles: [...OWNERS, 'staff'] },
  { path: '/profile', load: () => import('#web/pages/profile/profile'), roles: ['sme', 'leader', 'pending'] },
  { path: '/notices', load: () => import('#web/pages/notices/notices'), roles: SIGNED_IN },
  { path: '/settings', load: () => import('#web/pages/settings/settings'), roles: SIGNED_IN },
  { path: '/people', load: () => import('#web/pages/people/people'), roles: [...OWNERS, 'staff'] },
  { path: '/my/demands', load: () => import('#web/pages/my-demands/my-demands'), roles: OWNERS },
  { path: '/my/demands/new', load: () => import('#web/pages/write-demand/write-demand'), roles: OWNERS },
  {
    path: '/my/demands/:id',
    load: () => import('#web/pages/my-demand/my-demand'),
    roles: [...OWNERS, 'staff'],
  },
  { path: '/my/demands/:id/edit', load: () => import('#web/pages/write-demand/write-demand'), roles: OWNERS },
  {
    path: '/my/demands/:id/responses',
    load: () => import('#web/pages/responses/responses'),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/evaluation',
    load: () => import('#web/pages/evaluation/evaluation'),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/compare',
    load: () => import('#web/pages/compare/compare'),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/why/:firm',
    load: () => import('#web/pages/why/why'),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/curation',
    load: () => import('#web/pages/curation/curation'),
    roles: ['staff'],
  },
  { path: '/desk/:queue?', load: () => import('#web/pages/desk/desk'), roles: ['staff'] },
  { path: '/imports', load: () => import('#web/pages/imports/imports'), roles: ['staff'] },
  {
    path: '/notice-words',
    load: () => import('#web/pages/notice-words/notice-words'),
    roles: ['staff'],
  },
  { path: '/operations', load: () => import('#web/pages/operations/operations'), roles: ['staff'] },
  { path: '/organisations', load: () => import('#web/pages/organisations/organisations'), roles: ['staff'] },
  { path: '/organisations/:id/people', load: () => import('#web/pages/people/people'), roles: ['staff'] },
  { path: '/events', load: () => import('#web/pages/events/events'), roles: [...OWNERS, 'staff'] },
  { path: '/events/:id', load: () => import('#web/pages/event/event'), roles: OWNERS },
  { path: '/events/:id/desk', load: () => import('#web/pages/event-desk/event-desk'), roles: ['staff'] },
  { path: '/insight', load: () => import('#web/pages/insight/insight'), roles: ['leader', 'staff'] },
  { path: '/events/:id/board', load: () => import('#web/pages/event-board/event-board'), roles: ['staff'] },
  { path: '/events/:id/print', load: () => import('#web/pages/event-print/event-print'), roles: ['staff'] },
  { path: '/events/:id/report', load: () => import('#web/pages/event-report/event-report'), roles: ['staff'] },
  {
    path: '/events/:id/check-in/:code',
    load: () => import('#web/pages/event-check-in/event-check-in'),
    roles: ['staff'],
  },
  { path: '/invites', load: () => import('#web/pages/invites/invites'), roles: ['staff'] },
];

/** A page of the web app with its code, here or still to come. */
export interface Screen {
  readonly path: string;
  readonly Page: ComponentType;
  readonly roles?: readonly Role[];
}

/** How long the first screen may wait for the code of its page, ms; after that it is drawn without. */
const PATIENCE_MS = 300;

async function loadPage({ path, load }: PageRoute): Promise<Screen | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  // What cannot be loaded is told where the page would be.
  const loaded = await Promise.race([load().catch(() => undefined), late]);
  return loaded && { path, Page: loaded.default };
}

/**
 * All pages; the code of the one at an address is brought before. With `lazy` React would draw the first screen without
 * its page, also when the code is there, and then keep the empty one for 0.3 s.
 */
export async function screensAt(pathname: string): Promise<readonly Screen[]> {
  const here = PAGES.find(({ path }) => matchPath(path, pathname));
  const first = here && (await loadPage(here));
  return PAGES.map(({ load, ...route }) => ({ ...route, Page: route.path === first?.path ? first.Page : lazy(load) }));
}
