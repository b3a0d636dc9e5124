/** Kinds of notices. A kind is registered data: its texts are in the notification context. */
export const NOTICE_KINDS = [
  'proposal.released',
  'proposal.recommended',
  'proposal.asked',
  'proposal.accepted',
  'proposal.declined',
  'response.submitted',
  'response.withdrawn',
  'response.asked',
  'response.answered',
  'response.shortlisted',
  'response.rejected',
  'response.chosen',
  'response.waited',
  'evaluation.named',
  'evaluation.complete',
  'engagement.reminded',
  'engagement.overran',
  'engagement.stalled',
  'engagement.opened',
  'engagement.approached',
  'engagement.advanced',
  'engagement.assigned',
  'engagement.orphaned',
  'engagement.ended',
  'message.posted',
  'demand.submitted',
  'demand.returned',
  'demand.published',
  'chosen.started',
  'chosen.ran-out',
  'chosen.over',
  'organisation.registered',
  'organisation.decided',
  'claim.requested',
  'claim.decided',
  'channel.stopped',
  'registration.invited',
  'registration.applied',
  'registration.decided',
  'registration.withdrawn',
  'agenda.wishes',
  'agenda.final',
  'agenda.changed',
  'agenda.reminder',
  'agenda.asked',
  'agenda.unfilled',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** State carried by `notice.written`: one notice to one person. */
export interface NoticeState {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  /** What it is about; screens open it. */
  readonly about: { readonly type: string; readonly id: string };
  /** Fills the texts. */
  readonly params: Readonly<Record<string, string | number>>;
  /**
   * Number of the notice among the person's, 1, 2, 3 …, as text of 15 digits: the order of lists and the place where a
   * stream goes on. Independent of clocks; a number may be missing.
   */
  readonly order: string;
  readonly at: string;
}
