import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ComponentType, lazy, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { type Role, useMe } from '#web/api/session';
import { useLanguage } from '#web/i18n/language';
import { Missing } from '#web/pages/missing/missing';
import { Bones } from '#web/parts/state';
import { HOME } from '#web/shell/nav';
import { Shell } from '#web/shell/shell';
import { useMode } from '#web/theme/mode';
import { antTheme } from '#web/theme/theme';

interface PageRoute {
  readonly path: string;
  readonly page: ComponentType;
  /** Who it is for; everybody when left out. */
  readonly roles?: readonly Role[];
}

const SIGNED_IN: readonly Role[] = ['pending', 'sme', 'leader', 'staff'];
const OWNERS: readonly Role[] = ['sme', 'leader'];

/** Every page is code of its own, loaded when it is opened. */
const PAGES: readonly PageRoute[] = [
  { path: '/demands', page: lazy(() => import('#web/pages/hall/hall')) },
  { path: '/demands/:id', page: lazy(() => import('#web/pages/demand/demand')) },
  { path: '/demands/:id/respond', page: lazy(() => import('#web/pages/respond/respond')), roles: OWNERS },
  { path: '/firms', page: lazy(() => import('#web/pages/firms/firms')) },
  { path: '/firms/:id', page: lazy(() => import('#web/pages/firm/firm')) },
  { path: '/sign-in', page: lazy(() => import('#web/pages/sign-in/sign-in')) },
  { path: '/sign-up', page: lazy(() => import('#web/pages/sign-up/sign-up')) },
  { path: '/invitations/:code', page: lazy(() => import('#web/pages/sign-up/sign-up')) },
  { path: '/password/:code', page: lazy(() => import('#web/pages/new-password/new-password')) },
  { path: '/welcome', page: lazy(() => import('#web/pages/welcome/welcome')) },
  { path: '/today', page: lazy(() => import('#web/pages/today/today')), roles: ['sme'] },
  { path: '/proposals', page: lazy(() => import('#web/pages/proposals/proposals')), roles: OWNERS },
  { path: '/proposals/:id', page: lazy(() => import('#web/pages/proposal/proposal')), roles: [...OWNERS, 'staff'] },
  { path: '/responses/:id', page: lazy(() => import('#web/pages/response/response')), roles: [...OWNERS, 'staff'] },
  { path: '/threads', page: lazy(() => import('#web/pages/threads/threads')), roles: [...OWNERS, 'staff'] },
  { path: '/threads/:id', page: lazy(() => import('#web/pages/thread/thread')), roles: [...OWNERS, 'staff'] },
  { path: '/profile', page: lazy(() => import('#web/pages/profile/profile')), roles: ['sme', 'leader', 'pending'] },
  { path: '/notices', page: lazy(() => import('#web/pages/notices/notices')), roles: SIGNED_IN },
  { path: '/settings', page: lazy(() => import('#web/pages/settings/settings')), roles: SIGNED_IN },
  { path: '/people', page: lazy(() => import('#web/pages/people/people')), roles: [...OWNERS, 'staff'] },
  { path: '/my/demands', page: lazy(() => import('#web/pages/my-demands/my-demands')), roles: OWNERS },
  { path: '/my/demands/new', page: lazy(() => import('#web/pages/write-demand/write-demand')), roles: OWNERS },
  {
    path: '/my/demands/:id',
    page: lazy(() => import('#web/pages/my-demand/my-demand')),
    roles: [...OWNERS, 'staff'],
  },
  { path: '/my/demands/:id/edit', page: lazy(() => import('#web/pages/write-demand/write-demand')), roles: OWNERS },
  {
    path: '/my/demands/:id/responses',
    page: lazy(() => import('#web/pages/responses/responses')),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/evaluation',
    page: lazy(() => import('#web/pages/evaluation/evaluation')),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/compare',
    page: lazy(() => import('#web/pages/compare/compare')),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/why/:firm',
    page: lazy(() => import('#web/pages/why/why')),
    roles: [...OWNERS, 'staff'],
  },
  {
    path: '/my/demands/:id/curation',
    page: lazy(() => import('#web/pages/curation/curation')),
    roles: ['staff'],
  },
  { path: '/desk/:queue?', page: lazy(() => import('#web/pages/desk/desk')), roles: ['staff'] },
  { path: '/imports', page: lazy(() => import('#web/pages/imports/imports')), roles: ['staff'] },
  {
    path: '/notice-words',
    page: lazy(() => import('#web/pages/notice-words/notice-words')),
    roles: ['staff'],
  },
  { path: '/operations', page: lazy(() => import('#web/pages/operations/operations')), roles: ['staff'] },
  { path: '/organisations', page: lazy(() => import('#web/pages/organisations/organisations')), roles: ['staff'] },
  { path: '/organisations/:id/people', page: lazy(() => import('#web/pages/people/people')), roles: ['staff'] },
  { path: '/events', page: lazy(() => import('#web/pages/events/events')), roles: [...OWNERS, 'staff'] },
  { path: '/events/:id', page: lazy(() => import('#web/pages/event/event')), roles: OWNERS },
  { path: '/events/:id/desk', page: lazy(() => import('#web/pages/event-desk/event-desk')), roles: ['staff'] },
  { path: '/insight', page: lazy(() => import('#web/pages/insight/insight')), roles: ['leader', 'staff'] },
  { path: '/events/:id/board', page: lazy(() => import('#web/pages/event-board/event-board')), roles: ['staff'] },
  { path: '/events/:id/print', page: lazy(() => import('#web/pages/event-print/event-print')), roles: ['staff'] },
  { path: '/events/:id/report', page: lazy(() => import('#web/pages/event-report/event-report')), roles: ['staff'] },
  {
    path: '/events/:id/check-in/:code',
    page: lazy(() => import('#web/pages/event-check-in/event-check-in')),
    roles: ['staff'],
  },
  { path: '/invites', page: lazy(() => import('#web/pages/invites/invites')), roles: ['staff'] },
];

/** Leads those who are not signed in to the sign-in and back; others see that the page is not theirs. */
function Only({ roles, children }: { readonly roles: readonly Role[]; readonly children: ReactNode }) {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (!me) return <Bones count={4} />;
  if (me.role === 'anonymous') return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  return roles.includes(me.role) ? children : <Missing />;
}

function Start() {
  const me = useMe();
  return me ? <Navigate to={HOME[me.role]} replace /> : <Bones count={4} />;
}

/** The screens under one theme and one language. */
export function App() {
  const { language } = useLanguage();
  const { mode } = useMode();
  return (
    <ConfigProvider theme={antTheme(mode)} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Start />} />
          {PAGES.map(({ path, page: Screen, roles }) => (
            <Route
              key={path}
              path={path}
              element={
                roles ? (
                  <Only roles={roles}>
                    <Screen />
                  </Only>
                ) : (
                  <Screen />
                )
              }
            />
          ))}
          <Route path="*" element={<Missing />} />
        </Route>
      </Routes>
    </ConfigProvider>
  );
}
