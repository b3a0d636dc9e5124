import { Injectable } from '@nestjs/common';
import { normaliseCreditCode } from '#contracts/credit-code';
import type { ChosenFirm, ChosenFirms, ChosenOrder, DemandState } from '#contracts/demand';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { demandErrors } from '../demand.errors.js';
import { KNOWN_FIRMS, type KnownFirm, pairOf, SHOWN_DEMANDS, type ShownDemand } from './known.store.js';

/** A choice as it is asked for: firms by their ids. */
export interface ChosenAsked {
  readonly order: ChosenOrder;
  readonly days?: number;
  readonly firms: readonly { readonly firmId: string }[];
}

type Of = Pick<DemandState, 'ownerId' | 'blocked'>;

/** Whom demands are shown to that are for chosen firms only. */
@Injectable()
export class NameFirms {
  constructor(
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    @InjectCollection(SHOWN_DEMANDS) private readonly shown: Collection<ShownDemand>,
  ) {}

  /** The choice with the firms' names, each once; refused, at `pointer`, where a firm may not hear of the demand. */
  async named({ order, days, firms }: ChosenAsked, of: Of, pointer: string): Promise<Result<ChosenFirms>> {
    const ids = [...new Set(firms.map(({ firmId }) => firmId))];
    const known = new Map((await this.firms.many(ids)).map((firm) => [firm.id, firm]));
    const named: ChosenFirm[] = [];
    for (const firmId of ids) {
      const refused = mayNotHear(known.get(firmId), of);
      const at = firms.findIndex((one) => one.firmId === firmId);
      if (refused) return fail({ ...refused, pointer: `${pointer}/firms/${at}/firmId` });
      named.push({ firmId, firmName: known.get(firmId)?.name ?? '' });
    }
    return ok({ order, ...(days === undefined ? {} : { days }), firms: named });
  }

  /** Whether the organisation is asked for the demand now. */
  async isShown(demandId: string, organisationId: string): Promise<boolean> {
    return (await this.shown.manyBy('byPair', [pairOf(demandId, organisationId)])).length > 0;
  }
}

function mayNotHear(firm: KnownFirm | undefined, { ownerId, blocked }: Of): Failure | undefined {
  if (!firm) return demandErrors.chosen_unknown();
  const { id, name, organisationId, creditCode } = firm;
  if (organisationId === ownerId) return demandErrors.chosen_own({ name });
  const names = [id, organisationId, creditCode].filter((each) => each !== undefined);
  const isBlocked = blocked.some((each) => names.includes(each) || names.includes(normaliseCreditCode(each)));
  return isBlocked ? demandErrors.chosen_blocked({ name }) : undefined;
}
