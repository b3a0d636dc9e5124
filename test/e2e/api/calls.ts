import { capabilityCalls } from './capability.calls.js';
import { demandCalls } from './demand.calls.js';
import type { Operation } from './document.js';
import { engagementCalls } from './engagement.calls.js';
import { eventsCalls } from './events.calls.js';
import { filesCalls } from './files.calls.js';
import type { Call, Calls } from './fixture.js';
import { identityCalls } from './identity.calls.js';
import { operationsCalls } from './operations.calls.js';
import { otherCalls } from './other.calls.js';

export const CALLS: Calls = {
  ...identityCalls,
  ...demandCalls,
  ...engagementCalls,
  ...filesCalls,
  ...capabilityCalls,
  ...operationsCalls,
  ...eventsCalls,
  ...otherCalls,
};

/** How the tests call an operation. Throws for one they do not know. */
export function callsOf({ name }: Operation): readonly Call[] {
  const calls = CALLS[name];
  if (!calls) throw new Error(`${name} is new: say in test/e2e/api/*.calls.ts how to call it`);
  return calls;
}
