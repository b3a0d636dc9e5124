/** Whose screen it is: nobody's, or a member's of an organisation of a kind. */
export type Viewer = 'nobody' | 'sme' | 'leader' | 'staff';

export interface Screen {
  readonly name: string;
  readonly viewer: Viewer;
  /** `:demand`, `:quiet`, `:firm`, `:proposal`, `:second`, `:third`, `:organisation`, `:event`, `:day`, `:code`, `:response`, `:thread` and `:invitation` stand for ids of what is there. */
  readonly path: string;
}

/** Every screen of the web app. A test fails when a route of the app is in none of them. */
export const SCREENS: readonly Screen[] = [
  { name: 'hall', viewer: 'nobody', path: '/demands' },
  { name: 'hall-search', viewer: 'nobody', path: '/demands?q=%E9%BD%BF%E8%BD%AE&type=supply' },
  { name: 'demand', viewer: 'nobody', path: '/demands/:demand' },
  { name: 'firms', viewer: 'nobody', path: '/firms' },
  { name: 'firm', viewer: 'nobody', path: '/firms/:firm' },
  { name: 'sign-in', viewer: 'nobody', path: '/sign-in' },
  { name: 'sign-up', viewer: 'nobody', path: '/sign-up' },
  { name: 'password-gone', viewer: 'nobody', path: '/password/no-such-code' },
  { name: 'missing', viewer: 'nobody', path: '/no/such/page' },
  { name: 'today', viewer: 'sme', path: '/today' },
  { name: 'proposals', viewer: 'sme', path: '/proposals' },
  { name: 'proposal', viewer: 'sme', path: '/proposals/:proposal' },
  { name: 'respond', viewer: 'sme', path: '/demands/:demand/respond' },
  { name: 'threads', viewer: 'sme', path: '/threads' },
  { name: 'thread', viewer: 'sme', path: '/threads/:thread' },
  { name: 'profile', viewer: 'sme', path: '/profile' },
  { name: 'notices', viewer: 'sme', path: '/notices' },
  { name: 'settings', viewer: 'sme', path: '/settings' },
  { name: 'people', viewer: 'leader', path: '/people' },
  { name: 'my-demands', viewer: 'leader', path: '/my/demands' },
  { name: 'my-demand', viewer: 'leader', path: '/my/demands/:demand' },
  { name: 'responses', viewer: 'leader', path: '/my/demands/:demand/responses' },
  { name: 'evaluation', viewer: 'leader', path: '/my/demands/:demand/evaluation' },
  { name: 'evaluation-new', viewer: 'leader', path: '/my/demands/:quiet/evaluation' },
  { name: 'response', viewer: 'leader', path: '/responses/:response' },
  { name: 'write-demand', viewer: 'leader', path: '/my/demands/new' },
  { name: 'change-demand', viewer: 'leader', path: '/my/demands/:demand/edit' },
  { name: 'compare', viewer: 'leader', path: '/my/demands/:demand/compare?firm=:proposal&firm=:second&firm=:third' },
  { name: 'why', viewer: 'staff', path: '/my/demands/:demand/why/:firm' },
  { name: 'desk', viewer: 'staff', path: '/desk/organisations' },
  { name: 'desk-claims', viewer: 'staff', path: '/desk/claims' },
  { name: 'desk-demands', viewer: 'staff', path: '/desk/demands' },
  { name: 'insight', viewer: 'staff', path: '/insight' },
  { name: 'desk-lists', viewer: 'staff', path: '/desk/lists' },
  { name: 'curation', viewer: 'staff', path: '/my/demands/:demand/curation' },
  { name: 'organisations', viewer: 'staff', path: '/organisations' },
  { name: 'people-of', viewer: 'staff', path: '/organisations/:organisation/people' },
  { name: 'imports', viewer: 'staff', path: '/imports' },
  { name: 'notice-words', viewer: 'staff', path: '/notice-words' },
  { name: 'operations', viewer: 'staff', path: '/operations' },
  { name: 'events', viewer: 'leader', path: '/events' },
  { name: 'event', viewer: 'sme', path: '/events/:event' },
  { name: 'event-day', viewer: 'sme', path: '/events/:day' },
  { name: 'event-desk', viewer: 'staff', path: '/events/:event/desk' },
  { name: 'event-desk-day', viewer: 'staff', path: '/events/:day/desk' },
  { name: 'event-board', viewer: 'staff', path: '/events/:day/board' },
  { name: 'event-print', viewer: 'staff', path: '/events/:day/print' },
  { name: 'event-report', viewer: 'staff', path: '/events/:day/report' },
  { name: 'event-check-in', viewer: 'staff', path: '/events/:day/check-in/:code' },
  { name: 'invites', viewer: 'staff', path: '/invites' },
];
