import { readFileSync } from 'node:fs';
import { TOPICS } from './topics.js';

/** A JSON Schema, draft-07. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The topics that outsiders may read. */
export const PUBLIC_TOPICS = [TOPICS.publicDemand, TOPICS.publicFirm, TOPICS.publicMatch] as const;
export type PublicTopic = (typeof PUBLIC_TOPICS)[number];

const read = (topic: PublicTopic): JsonSchema =>
  JSON.parse(
    readFileSync(new URL(`../../../libs/contracts/schemas/${topic}.json`, import.meta.url), 'utf8'),
  ) as JsonSchema;

/** The schema of whole events (envelope and data) of each public topic, as `npm run contracts` made it from the types. */
export function publicSchemas(): Readonly<Record<PublicTopic, JsonSchema>> {
  return {
    'public.demand': read('public.demand'),
    'public.firm': read('public.firm'),
    'public.match': read('public.match'),
  };
}
