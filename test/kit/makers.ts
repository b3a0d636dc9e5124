import type { DemandChange, DemandContent, DemandEventData, DemandState, Requirement } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';

/** The instant of {@link FixedClock} and of everything made here. */
export const NOW = '2026-11-22T02:00:00.000Z';

export const content = (more: Partial<DemandContent> = {}): DemandContent => ({
  type: 'supply',
  title: '冰箱压缩机用精密齿轮配套',
  requirements: [],
  certificates: [],
  wanted: 3,
  deadline: '2027-06-30T15:59:59.999Z',
  disclosure: {},
  blocked: [],
  ...more,
});

/** A published demand of organisation `leader`. */
export const demandState = (id: string, more: Partial<DemandState> = {}): DemandState => ({
  id,
  version: 1,
  ownerId: 'leader',
  ownerName: '海岳智能家电集团',
  ...content(),
  status: 'published',
  createdAt: NOW,
  updatedAt: NOW,
  publishedAt: NOW,
  ...more,
});

export const requirement = (id: string, name: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  name,
  target: '≤ 0.02',
  must: true,
  ...more,
});

/** An imported profile that nobody has claimed. */
export const profileState = (id: string, more: Partial<ProfileState> = {}): ProfileState => ({
  id,
  version: 1,
  name: `${id}机械有限公司`,
  products: [],
  processes: [],
  equipment: [],
  certificates: [],
  patents: [],
  cases: [],
  capacity: [],
  domains: [],
  industries: [],
  origin: 'imported',
  disclosure: {},
  completeness: 0,
  createdAt: NOW,
  updatedAt: NOW,
  ...more,
});

export function logEvent<T>(topic: string, type: string, subject: string, data: T, sequence = 1): LogEvent<T> {
  return {
    specversion: '1.0',
    id: `${topic}/${subject}/${sequence}`,
    source: '/rulian/test',
    type,
    subject,
    time: NOW,
    datacontenttype: 'application/json',
    data,
    sequence,
    partitionkey: subject,
    topic,
  };
}

const change: DemandChange = { at: NOW, byName: '王敏', action: 'publish', fields: [] };

export const demandEvent = (
  demand: DemandState,
  type: string = EVENTS.demandPublished,
  more: Partial<DemandChange> = {},
): LogEvent<DemandEventData> =>
  logEvent(TOPICS.demand, type, demand.id, { demand, change: { ...change, ...more } }, demand.version);

export const profileEvent = (profile: ProfileState, type: string = EVENTS.profileImported): LogEvent<ProfileState> =>
  logEvent(TOPICS.profile, type, profile.id, profile, profile.version);
