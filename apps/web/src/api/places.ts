/** Where a notice leads. */
export function placeOf(kind: string, about: { readonly type: string; readonly id: string }): string {
  if (kind === 'demand.submitted') return '/desk/demands';
  if (kind === 'organisation.registered') return '/desk/organisations';
  if (kind === 'claim.requested') return '/desk/claims';
  if (kind === 'registration.applied' || kind === 'registration.withdrawn') return `/events/${about.id}/desk`;
  if (about.type === 'matchmaking' || about.type === 'agenda') return `/events/${about.id}`;
  if (about.type === 'proposal') return `/proposals/${about.id}`;
  if (about.type === 'demand') return `/my/demands/${about.id}`;
  if (about.type === 'response') return `/responses/${about.id}`;
  if (about.type === 'engagement') return `/threads/${about.id}`;
  if (about.type === 'claim') return '/profile';
  return '/';
}
