import { Injectable } from '@nestjs/common';
import type { ProfileContent, ProfileDisclosure, ProfileState } from '#contracts/profile';
import { EVENTS } from '#contracts/topics';
import { isStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { Asked, Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { capabilityErrors } from '../capability.errors.js';
import { PROFILES, type Profile } from '../capability.store.js';
import { KNOWN_ORGANISATIONS, type KnownOrganisation } from '../claim/known-organisations.js';
import { newProfile, profileEvents, removalEvents, withDerived } from '../profile.rules.js';

type NewContent = ProfileContent & Partial<Pick<ProfileState, 'disclosure'>>;
export type ProfileChange = Partial<ProfileContent> & { readonly disclosure?: ProfileState['disclosure'] };

/** Profiles written by their own firms, or by staff for firms that nobody has claimed. */
@Injectable()
export class ProfileHandler {
  constructor(
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly known: Collection<KnownOrganisation>,
    private readonly clock: Clock,
  ) {}

  async create(content: NewContent, { caller, command }: Asked): Promise<Result<Profile>> {
    const organisationId = caller.organisation?.id;
    const [present] =
      organisationId && !isStaff(caller) ? await this.profiles.manyBy('byOrganisation', [organisationId]) : [];
    if (present && present.id !== idOf(command)) return fail(capabilityErrors.have_profile({ id: present.id }));
    const refusal = await this.foreignCode(content, caller);
    if (refusal) return fail(refusal);
    const at = this.clock.iso();
    const owner = organisationId && !isStaff(caller) ? { organisationId } : {};
    const doc = newProfile(idOf(command) ?? newId(), content, 'own', at, owner);
    return insertDocument(this.profiles, doc, profileEvents(doc, 1, EVENTS.profileCreated, at), {
      cause: command.cause,
      duplicates: {
        byCode: { ...capabilityErrors.code_taken(), pointer: CODE },
        byOrganisation: capabilityErrors.have_profile({ id: '' }),
      },
    });
  }

  async change(id: string, change: ProfileChange, { caller, command, version }: Asked): Promise<Result<Profile>> {
    const refusal = await this.foreignCode(change, caller);
    if (refusal) return fail(refusal);
    const at = this.clock.iso();
    const duplicates = { byCode: { ...capabilityErrors.code_taken(), pointer: CODE } };
    return changeDocument(this.profiles, id, { cause: command.cause, version, duplicates }, (profile) => {
      if (!mayEdit(profile, caller)) return fail(commonErrors.not_found());
      const doc = withDerived(withoutEmpty({ ...profile, ...change, updatedAt: at })) as Profile;
      return ok({ doc, events: profileEvents(doc, profile.version + 1, EVENTS.profileChanged, at) });
    });
  }

  async remove(id: string, { caller, command, version }: Asked): Promise<Result<Profile>> {
    const profile = await this.profiles.get(id);
    if (!profile) {
      const repeated = command.cause && (await this.profiles.recall(id, command.cause));
      return repeated ? ok(repeated) : fail(commonErrors.not_found());
    }
    if (!mayEdit(profile, caller)) return fail(commonErrors.not_found());
    if (version !== undefined && version !== profile.version) return fail(commonErrors.stale());
    const removed = await this.profiles.remove(
      id,
      profile.version,
      removalEvents(profile, this.clock.iso()),
      command.cause,
    );
    return removed.status === 'done' || removed.status === 'already' ? ok(profile) : fail(commonErrors.stale());
  }

  /** A firm's own profile carries the code its organisation was approved with: no other firm's can be taken. */
  private async foreignCode({ creditCode }: ProfileChange, caller: Principal): Promise<Failure | undefined> {
    if (creditCode === undefined || isStaff(caller) || !caller.organisation) return undefined;
    const code = (await this.known.get(caller.organisation.id))?.creditCode;
    if (code === undefined || code === creditCode) return undefined;
    return { ...capabilityErrors.code_not_yours({ code }), pointer: CODE };
  }

  /** The profile and the circle the caller is in. Everybody may see the card. */
  async read(id: string, caller: Principal): Promise<Result<{ profile: Profile; level: ProfileDisclosure }>> {
    const profile = await this.profiles.get(id);
    if (!profile) return fail(commonErrors.not_found());
    return ok({ profile, level: mayRead(profile, caller) ? 'owner' : 'public' });
  }
}

const CODE = '/creditCode';

const idOf = (command: Command): string | undefined => (command.key ? idFrom('profile', command.key) : undefined);

const mayRead = (profile: Profile, caller: Principal): boolean =>
  isStaff(caller) || (profile.organisationId !== undefined && profile.organisationId === caller.organisation?.id);

/** A claimed profile belongs to its firm alone; staff keep up the others. */
function mayEdit(profile: Profile, caller: Principal): boolean {
  if (profile.organisationId === undefined) return isStaff(caller);
  return profile.organisationId === caller.organisation?.id || caller.role === 'operator';
}

function withoutEmpty<T extends object>(doc: T): T {
  return Object.fromEntries(Object.entries(doc).filter(([, value]) => value !== undefined)) as T;
}
