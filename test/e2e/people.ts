import { creditCodeCheckDigit } from '#contracts/credit-code';
import { ApiClient } from '#platform/http/api-client';
import { eventually } from '#test/kit/eventually';
import type { Reachable } from './deployment.js';

export { eventually };

export const PASSWORD = 'correct horse battery';

/** A member of an organisation, signed in. */
export interface Member {
  readonly api: ApiClient;
  readonly token: string;
  readonly email: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly creditCode: string;
}

let serial = 0;

/** A valid credit code that no other call has given in this process. */
export function nextCreditCode(): string {
  serial += 1;
  const first17 = `91370200MA${String(serial).padStart(7, '0')}`;
  return first17 + creditCodeCheckDigit(first17);
}

interface SignedUp {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly person: { readonly id: string };
}

export async function signIn(deployment: Reachable, email: string): Promise<{ api: ApiClient; token: string }> {
  const { token } = await new ApiClient(deployment.url).post<{ token: string }>('/sessions', {
    email,
    password: PASSWORD,
  });
  return { api: new ApiClient(deployment.url, token, 'en'), token };
}

/** An approved organisation with its administrator, added by the operator. Leaders publish by themselves. */
export async function addMember(
  deployment: Reachable,
  kind: 'leader' | 'sme' | 'staff',
  organisation: string,
  more: { readonly creditCode?: string; readonly region?: string } = {},
): Promise<Member> {
  const creditCode = more.creditCode ?? nextCreditCode();
  const email = `p${creditCode.toLowerCase()}@example.com`;
  const person = { name: `${organisation}的人`, email, password: PASSWORD };
  const made = await deployment.operator.post<SignedUp>('/operations/accounts', {
    organisation,
    kind,
    creditCode,
    ...(more.region ? { region: more.region } : {}),
    person,
  });
  return { ...(await signIn(deployment, email)), ...memberOf(made, email, creditCode) };
}

/** An organisation that has signed up and waits for approval. */
export async function signUp(
  deployment: Reachable,
  kind: 'leader' | 'sme',
  organisation: string,
  more: { readonly creditCode?: string; readonly invitation?: string } = {},
): Promise<Member> {
  const creditCode = more.creditCode ?? nextCreditCode();
  const email = `p${creditCode.toLowerCase()}@example.com`;
  const person = { name: `${organisation}的人`, email, password: PASSWORD };
  const body = {
    name: organisation,
    kind,
    creditCode,
    person,
    ...(more.invitation ? { invitation: more.invitation } : {}),
  };
  const made = await new ApiClient(deployment.url).post<SignedUp>('/organisations', body);
  return { ...(await signIn(deployment, email)), ...memberOf(made, email, creditCode) };
}

/** Another person of the member's organisation, signed in. */
export async function addColleague(deployment: Reachable, member: Member, name: string): Promise<Member> {
  serial += 1;
  const email = `c${serial}.${member.email}`;
  const path = `/organisations/${member.organisationId}/people`;
  const { id } = await member.api.post<{ id: string }>(path, { name, email, password: PASSWORD });
  return { ...member, ...(await signIn(deployment, email)), email, personId: id };
}

function memberOf(made: SignedUp, email: string, creditCode: string) {
  return {
    email,
    creditCode,
    personId: made.person.id,
    organisationId: made.organisation.id,
    organisationName: made.organisation.name,
  };
}

/** Days from now as YYYY-MM-DD. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Imports rows as JSON lines and waits for the report. */
export async function importFirms<T extends { status: string; rows: number; handled: number }>(
  deployment: Reachable,
  firms: readonly object[],
): Promise<T> {
  const body = firms.map((firm) => JSON.stringify(firm)).join('\n');
  const { id } = await deployment.operator.upload<{ id: string }>('/imports', 'application/x-ndjson', body);
  return deployment.operator.imported<T>(id);
}

/** Whether nothing is on its way now, as far as the product knows: all events sent and handled by every group. */
export async function nothingWaits(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/backlog`);
  const { unsent, lag } = (await response.json()) as { unsent?: number; lag?: unknown[] };
  return unsent === 0 && lag?.length === 0;
}

/** Resolves when nothing is on its way any more. */
export async function settled(deployment: Reachable, ms = 60_000): Promise<void> {
  // Each look counts what waits in the whole store: asking all the time would be a load of its own.
  await eventually(() => nothingWaits(deployment.url), ms, 100);
}
