import type { AccessRule } from '#platform/access/access';
import type { Actor, House, World } from './world.js';

/** What one call sends. */
export interface Ask {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `self`: the operation names nothing that has an owner. */
export type Ownership = 'own' | 'foreign' | 'self';

/** For whom and about whose things a call is. `house` is the actor's own, the foreign one, or none for `self`. */
export interface About {
  readonly world: World;
  readonly actor: Actor;
  readonly house: House | undefined;
  readonly ownership: Ownership;
}

/** One way to call an operation. */
export interface Call {
  readonly about: Ownership;
  readonly title?: string;
  /** Makes what the call needs and says what to send; undefined when the organisation cannot own such a thing. */
  readonly ask: (about: About) => Promise<Ask | undefined> | Ask | undefined;
  /** Who may make this call, when that is fewer than the operation declares, and why. */
  readonly narrower?: { readonly rule: AccessRule; readonly because: string };
  /** An id that must be in the answer: the list shows what is the caller's own. */
  readonly sees?: (about: About) => string | undefined;
  /** What it asks for belongs to the person who asks: no other of the same organisation can ask the same. */
  readonly personal?: boolean;
  /** The session does not outlive the call. */
  readonly endsSession?: boolean;
  /** What it asks for is used up, or changed, by other calls as well: it cannot be made long before it is asked for. */
  readonly shared?: boolean;
  /** After the others: it takes away what they need. */
  readonly late?: boolean;
}

/** How to call each operation, by {@link Operation.name}. */
export type Calls = Readonly<Record<string, readonly Call[]>>;

type Make = (about: About & { readonly house: House }) => Promise<Ask | undefined> | Ask | undefined;

/** The operation on a thing of the actor's organisation, and on one of the foreign organisation. */
export function both(make: Make, more: Partial<Call> = {}): Call[] {
  return [own(make, more), foreign(make, more)];
}

export const own = (make: Make, more: Partial<Call> = {}): Call => ({ ...more, about: 'own', ask: housed(make) });
export const foreign = (make: Make, more: Partial<Call> = {}): Call => ({
  ...more,
  about: 'foreign',
  ask: housed(make),
});
export const self = (ask: Call['ask'] = () => ({}), more: Partial<Call> = {}): Call[] => [
  { ...more, about: 'self', ask },
];

const housed =
  (make: Make): Call['ask'] =>
  (about) =>
    about.house ? make({ ...about, house: about.house }) : undefined;

/** Asks for a thing that the organisation has, if it has one. */
export const standing =
  (kind: keyof House['standing'], body?: unknown): Make =>
  ({ house }) => {
    const id = house.standing[kind];
    return id === undefined ? undefined : { params: { id }, ...(body === undefined ? {} : { body }) };
  };

export const isHouseStaff = (actor: Actor): boolean => actor.role === 'staff' || actor.role === 'operator';
