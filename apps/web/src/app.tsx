import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { type Role, useMe } from '#web/api/session';
import { useLanguage } from '#web/i18n/language';
import { Missing } from '#web/pages/missing/missing';
import { Bones } from '#web/parts/state';
import { HOME } from '#web/shell/nav';
import { Shell } from '#web/shell/shell';
import { useMode } from '#web/theme/mode';
import { antTheme } from '#web/theme/theme';
import type { Screen } from './screens';

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
export function App({ screens }: { readonly screens: readonly Screen[] }) {
  const { language } = useLanguage();
  const { mode } = useMode();
  return (
    <ConfigProvider theme={antTheme(mode)} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Start />} />
          {screens.map(({ path, Page, roles }) => (
            <Route
              key={path}
              path={path}
              element={
                roles ? (
                  <Only roles={roles}>
                    <Page />
                  </Only>
                ) : (
                  <Page />
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
