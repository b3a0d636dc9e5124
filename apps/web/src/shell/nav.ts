import type { ComponentType } from 'react';
import type { Role } from '#web/api/session';
import {
  DeskIcon,
  EventIcon,
  FirmIcon,
  HallIcon,
  InviteIcon,
  MatchIcon,
  ThreadIcon,
  TodayIcon,
  UploadIcon,
} from '#web/parts/icons';

export type NavName =
  | 'hall'
  | 'today'
  | 'proposals'
  | 'profile'
  | 'mine'
  | 'firms'
  | 'desk'
  | 'imports'
  | 'invites'
  | 'events'
  | 'threads';

export interface NavItem {
  readonly to: string;
  readonly name: NavName;
  readonly icon: ComponentType;
  /** Beginnings of further addresses that belong to it. */
  readonly also?: readonly string[];
}

const hall: NavItem = { to: '/demands', name: 'hall', icon: HallIcon };
const threads: NavItem = { to: '/threads', name: 'threads', icon: ThreadIcon };
const firms: NavItem = { to: '/firms', name: 'firms', icon: FirmIcon };

const events: NavItem = { to: '/events', name: 'events', icon: EventIcon };

/** Where each role goes most; on a phone these are the tabs. */
const NAV: Readonly<Record<Role, readonly NavItem[]>> = {
  anonymous: [hall, firms],
  pending: [hall, firms],
  sme: [
    { to: '/today', name: 'today', icon: TodayIcon },
    { to: '/proposals', name: 'proposals', icon: MatchIcon, also: ['/responses/'] },
    events,
    hall,
    threads,
    { to: '/profile', name: 'profile', icon: FirmIcon },
  ],
  leader: [
    { to: '/my/demands', name: 'mine', icon: TodayIcon, also: ['/proposals/', '/responses/'] },
    threads,
    events,
    hall,
    firms,
  ],
  staff: [
    {
      to: '/desk',
      name: 'desk',
      icon: DeskIcon,
      also: ['/my/demands/', '/organisations', '/threads', '/responses/', '/insight', '/notice-words', '/operations'],
    },
    hall,
    firms,
    events,
    { to: '/imports', name: 'imports', icon: UploadIcon },
    { to: '/invites', name: 'invites', icon: InviteIcon },
  ],
  operator: [hall, firms],
};

/** The place of the navigation that an address belongs to. */
export const placeOf = (items: readonly NavItem[], pathname: string): NavItem | undefined =>
  items.find(
    ({ to, also = [] }) => `${pathname}/`.startsWith(`${to}/`) || also.some((each) => pathname.startsWith(each)),
  );

export const navOf = (role: Role): readonly NavItem[] => NAV[role];

/** Where a role begins. */
export const HOME: Readonly<Record<Role, string>> = {
  anonymous: '/demands',
  pending: '/welcome',
  sme: '/today',
  leader: '/my/demands',
  staff: '/desk',
  operator: '/demands',
};
