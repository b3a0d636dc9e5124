import type { ReactNode } from 'react';

const Icon = ({ children }: { readonly children: ReactNode }) => (
  <svg
    width="22"
    height="22"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const BellIcon = () => (
  <Icon>
    <path d="M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 21h4" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.500 20.500a7.500 7.500 0 0 1 15 0" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M5.600 18.400l1.100-1.100M17.300 6.700l1.100-1.100" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z" />
  </Icon>
);
export const HallIcon = () => (
  <Icon>
    <path d="M4 6h16M4 12h16M4 18h10" />
  </Icon>
);
export const TodayIcon = () => (
  <Icon>
    <rect x="4" y="5" width="16" height="15" rx="3" />
    <path d="M8 3v4M16 3v4M8 13l2.500 2.500L16 11" />
  </Icon>
);
export const EventIcon = () => (
  <Icon>
    <path d="M4 10h16M7 10v9M17 10v9M9 6a2 2 0 1 0 0-.1M15 6a2 2 0 1 0 0-.1" />
  </Icon>
);
export const MatchIcon = () => (
  <Icon>
    <rect x="2.500" y="8" width="11" height="8" rx="4" />
    <rect x="10.500" y="8" width="11" height="8" rx="4" />
  </Icon>
);
export const FirmIcon = () => (
  <Icon>
    <path d="M4 20V9l6-4v4l6-4v15zM16 11l4 2v7h-4M8 13v.01M12 13v.01M8 17v.01M12 17v.01" />
  </Icon>
);
export const DeskIcon = () => (
  <Icon>
    <path d="M4 13h4l1.500 3h5L16 13h4M4 13 7 5h10l3 8v6H4z" />
  </Icon>
);
export const PulseIcon = () => (
  <Icon>
    <path d="M3 12h4l3-7 4 14 3-7h4" />
  </Icon>
);
export const UploadIcon = () => (
  <Icon>
    <path d="M12 16V5M7.500 9.500 12 5l4.500 4.500M4 16v4h16v-4" />
  </Icon>
);
export const InviteIcon = () => (
  <Icon>
    <path d="M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500" />
  </Icon>
);
export const ThreadIcon = () => (
  <Icon>
    <path d="M4 5h12v8H9l-3 3v-3H4zM8 16v1h7l3 3v-3h2V9h-1" />
  </Icon>
);
