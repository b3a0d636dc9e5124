import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from './client';
import { meQuery } from './queries';

export type Role = 'anonymous' | 'pending' | 'sme' | 'leader' | 'staff' | 'operator';

/** Who is looking. Undefined while it is not known yet. */
export function useMe() {
  const { data } = useQuery(meQuery);
  return data && { ...data, role: data.role as Role };
}

/** What this browser keeps of things that are being written begins with this. */
export const DRAFTS = 'rulian.draft.';

function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(DRAFTS)) localStorage.removeItem(name);
}

/** Ends the session here and on the server; nothing that was read stays behind. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await take(api.DELETE('/api/v1/sessions/current'));
    client.clear();
    forgetDrafts();
    window.location.assign('/');
  };
}
