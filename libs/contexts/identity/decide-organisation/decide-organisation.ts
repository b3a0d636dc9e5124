import { Injectable } from '@nestjs/common';
import type { OrganisationStatus } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument, type Decision } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { identityErrors } from '../identity.errors.js';
import { ORGANISATIONS, type Organisation, organisationEventState } from '../identity.store.js';

export const ORGANISATION_DECISIONS = ['approve', 'reject', 'suspend', 'reinstate'] as const;
export type OrganisationDecision = (typeof ORGANISATION_DECISIONS)[number];

export interface DecideOrganisation {
  readonly decision: OrganisationDecision;
  readonly reason?: string;
  readonly selfPublish?: boolean;
}

const RULES: Readonly<
  Record<
    OrganisationDecision,
    { from: readonly OrganisationStatus[]; to: OrganisationStatus; event: string; reason: boolean }
  >
> = {
  approve: { from: ['pending'], to: 'approved', event: EVENTS.organisationApproved, reason: false },
  reject: { from: ['pending'], to: 'rejected', event: EVENTS.organisationRejected, reason: true },
  suspend: { from: ['approved'], to: 'suspended', event: EVENTS.organisationSuspended, reason: true },
  reinstate: { from: ['suspended'], to: 'approved', event: EVENTS.organisationApproved, reason: false },
};

/** Staff's yes or no to an organisation. Pure. */
export function decideOrganisation(
  organisation: Organisation,
  input: DecideOrganisation,
  by: string,
  at: string,
): Result<Decision<Organisation>> {
  const rule = RULES[input.decision];
  if (!rule.from.includes(organisation.status)) {
    return fail(identityErrors.decision_not_possible({ status: organisation.status }));
  }
  if (rule.reason && !input.reason) return fail({ ...identityErrors.reason_needed(), pointer: '/reason' });
  const { codeKey, reason: _old, ...rest } = organisation;
  const doc: Organisation = {
    ...rest,
    ...(codeKey !== undefined && rule.to !== 'rejected' ? { codeKey } : {}),
    ...(input.reason ? { reason: input.reason } : {}),
    status: rule.to,
    selfPublish: input.selfPublish ?? organisation.selfPublish,
    decidedAt: at,
    decidedBy: by,
  };
  return ok({
    doc,
    events: [{ topic: TOPICS.organisation, type: rule.event, time: at, data: organisationEventState(doc) }],
  });
}

/** Whether an approved organisation may publish without a review by staff; it is told of nothing, and sees it when it publishes. Pure. */
export function trustOrganisation(
  organisation: Organisation,
  selfPublish: boolean,
  by: string,
  at: string,
): Result<Decision<Organisation>> {
  if (organisation.status !== 'approved')
    return fail(identityErrors.decision_not_possible({ status: organisation.status }));
  if (organisation.selfPublish === selfPublish) return ok({ doc: organisation });
  return ok({ doc: { ...organisation, selfPublish, trust: { by, at } } });
}

@Injectable()
export class DecideOrganisationHandler {
  constructor(
    @InjectCollection(ORGANISATIONS) private readonly organisations: Collection<Organisation>,
    private readonly clock: Clock,
  ) {}

  decide(
    id: string,
    input: DecideOrganisation,
    caller: Principal,
    cause?: string,
    version?: number,
  ): Promise<Result<Organisation>> {
    const at = this.clock.iso();
    return changeDocument(this.organisations, id, { cause, version }, (organisation) =>
      decideOrganisation(organisation, input, caller.subject, at),
    );
  }

  trust(id: string, selfPublish: boolean, { caller, command, version }: Asked): Promise<Result<Organisation>> {
    const at = this.clock.iso();
    return changeDocument(this.organisations, id, { cause: command.cause, version }, (organisation) =>
      trustOrganisation(organisation, selfPublish, caller.subject, at),
    );
  }
}
