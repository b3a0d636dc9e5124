import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { API_KEYS, type ApiKey } from '../identity.store.js';

/** Keys with which other systems act for an organisation. The secret is shown once. */
@Injectable()
export class ApiKeysHandler {
  constructor(
    @InjectCollection(API_KEYS) private readonly keys: Collection<ApiKey>,
    private readonly clock: Clock,
  ) {}

  async create(organisationId: string, name: string, createdBy: string): Promise<{ key: ApiKey; secret: string }> {
    const secret = `rlk_${randomBytes(32).toString('base64url')}`;
    const doc = {
      id: sha256(secret),
      organisationId,
      name,
      hint: secret.slice(0, 8),
      createdBy,
      createdAt: this.clock.iso(),
    };
    await this.keys.insert([{ doc }]);
    return { key: { ...doc, version: 1 }, secret };
  }

  list(organisationId: string, page: { limit: number; after?: string }) {
    return this.keys.find('byOrganisation', { eq: [organisationId], ...page });
  }

  /** False when the organisation has no such key. A repeat with the same cause is true again. */
  async revoke(organisationId: string, id: string, cause: string | undefined): Promise<boolean> {
    const key = await this.keys.get(id);
    if (key?.organisationId === organisationId) {
      await this.keys.remove(key.id, key.version, [], cause);
      return true;
    }
    const removed = cause === undefined ? undefined : await this.keys.recall(id, cause);
    return removed?.organisationId === organisationId;
  }
}
