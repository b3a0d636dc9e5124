import { lazy, type ReactNode, Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { queryClient } from '#web/api/queries';
import { type Role, useMe, useSignOut } from '#web/api/session';
import { useLanguage } from '#web/i18n/language';
import { useTexts } from '#web/i18n/texts';
import { MoonIcon, PersonIcon, SunIcon } from '#web/parts/icons';
import { Panel } from '#web/parts/panel';
import { Bones } from '#web/parts/state';
import { useMode } from '#web/theme/mode';
import { navOf, placeOf } from './nav';
import './shell.css';
import { shellTexts } from './texts';

const Bell = lazy(() => import('./bell').then(({ Bell: Component }) => ({ default: Component })));

function Logo() {
  return (
    <>
      <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" fill="#0f5c4d" />
        <g fill="none" strokeWidth="3" strokeLinecap="round">
          <path stroke="#fff" d="M18 11.500h-5.500a4.500 4.500 0 0 0 0 9H15" />
          <path stroke="#f2b28c" d="M14 20.500h5.500a4.500 4.500 0 0 0 0-9H17" />
        </g>
      </svg>
      <span className="logo-name">入链</span>
    </>
  );
}

/** Where the reader goes most; nothing until it is known who reads. */
function Links({ role, withIcons }: { readonly role: Role | undefined; readonly withIcons?: boolean }) {
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  if (!role) return null;
  const items = navOf(role);
  const here = placeOf(items, pathname);
  return items.map((item) => {
    const { to, name, icon: Icon } = item;
    return (
      <Link to={to} key={to} {...(item === here ? { 'aria-current': 'page' as const } : {})}>
        {withIcons && <Icon />}
        <span>{t[name]}</span>
      </Link>
    );
  });
}

function LanguageTool() {
  const t = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  return (
    <button
      type="button"
      className="tool"
      onClick={() => {
        choose(language === 'zh' ? 'en' : 'zh');
        // Much of what was read is sentences of the server.
        void queryClient.invalidateQueries();
      }}
    >
      <span aria-hidden="true">{language === 'zh' ? 'EN' : '中'}</span>
      <span className="unseen">{t.language}</span>
    </button>
  );
}

function ModeTool() {
  const t = useTexts(shellTexts);
  const { mode, choose } = useMode();
  const dark = mode === 'dark';
  return (
    <button
      type="button"
      className="tool"
      aria-label={dark ? t.light : t.dark}
      onClick={() => choose(dark ? 'light' : 'dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}

interface AccountProps {
  readonly name: string;
  readonly organisation: string;
  /** Of an organisation that is approved. */
  readonly member: boolean;
  /** Runs the installation. */
  /** Has figures to look at. */
  readonly watches: boolean;
  readonly operates: boolean;
}

function Account({ name, organisation, member, watches, operates }: AccountProps) {
  const t = useTexts(shellTexts);
  const signOut = useSignOut();
  return (
    <Panel label={t.account} button={<PersonIcon />}>
      {(close) => (
        <div className="stack tight">
          <div>
            <strong>{name}</strong>
            <p className="soft small">{organisation}</p>
          </div>
          {member && (
            <Link className="panel-link" to="/people" onClick={close}>
              {t.people}
            </Link>
          )}
          {watches && (
            <Link className="panel-link" to="/insight" onClick={close}>
              {t.insight}
            </Link>
          )}
          {operates && (
            <Link className="panel-link" to="/operations" onClick={close}>
              {t.operations}
            </Link>
          )}
          <Link className="panel-link" to="/settings" onClick={close}>
            {t.settings}
          </Link>
          <button type="button" className="panel-link plain" onClick={() => void signOut()}>
            {t.signOut}
          </button>
        </div>
      )}
    </Panel>
  );
}

function Tools() {
  const t = useTexts(shellTexts);
  const me = useMe();
  const { pathname, search } = useLocation();
  if (!me) return <div className="shell-tools" />;
  const person = me.person;
  return (
    <div className="shell-tools">
      <LanguageTool />
      <ModeTool />
      {person ? (
        <>
          <Suspense fallback={<span className="tool" />}>
            <Bell person={person.id} />
          </Suspense>
          <Account
            name={person.name}
            organisation={me.organisation?.name ?? ''}
            member={me.role !== 'pending'}
            watches={me.role === 'staff' || me.role === 'leader'}
            operates={me.role === 'staff' && person.admin}
          />
        </>
      ) : (
        <>
          <Link className="enter" to="/sign-in" state={{ from: pathname + search }}>
            {t.signIn}
          </Link>
          <Link className="enter strong" to="/sign-up">
            {t.signUp}
          </Link>
        </>
      )}
    </div>
  );
}

const Waiting = ({ children }: { readonly children: ReactNode }) => (
  <Suspense fallback={<Bones count={4} height={120} />}>{children}</Suspense>
);

/** Head, tabs on a phone, foot, and the page between them. */
export function Shell() {
  const t = useTexts(shellTexts);
  const role = useMe()?.role;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="shell-head">
        <div className="shell-bar">
          <Link to="/" className="logo" aria-label={t.home}>
            <Logo />
          </Link>
          <nav className="shell-nav" aria-label={t.main}>
            <Links role={role} />
          </nav>
          <Tools />
        </div>
      </header>
      <main className="shell-main" id="content" tabIndex={-1}>
        <Waiting>
          <Outlet />
        </Waiting>
      </main>
      <footer className="shell-foot">
        <p>{t.foot}</p>
        <a href="/api/docs">{t.api}</a>
      </footer>
      <nav className="shell-tabs" aria-label={t.main}>
        <Links role={role} withIcons />
      </nav>
    </div>
  );
}
