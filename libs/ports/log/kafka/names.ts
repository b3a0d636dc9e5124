import type { SubscribeOptions } from '../log.js';

/** Names on the broker of what callers name without prefix. */
export class Names {
  constructor(private readonly prefix: string) {
    if (!/^[a-zA-Z0-9._-]*$/.test(prefix)) throw new Error(`"${prefix}" is no prefix for Kafka topics`);
  }

  /** Of topics, and of groups. */
  full(name: string): string {
    return this.prefix + name;
  }

  /** The name without prefix, undefined when it belongs to another installation. */
  short(full: string): string | undefined {
    return full.startsWith(this.prefix) ? full.slice(this.prefix.length) : undefined;
  }

  /** Short name of the topic of what is to be delivered to one group again. */
  retry(group: string): string {
    return `retry.${group}`;
  }

  /** Short name of the topic of a group's dead letters. */
  dead(group: string): string {
    return `dead.${group}`;
  }

  groupOfDead(topic: string): string | undefined {
    return topic.startsWith('dead.') ? topic.slice('dead.'.length) : undefined;
  }
}

const legal = /^[a-zA-Z0-9._-]{1,200}$/;

export function checkTopic(topic: string): void {
  if (!legal.test(topic)) throw new Error(`"${topic}" is no topic name: letters, digits, ".", "_" and "-" only`);
  if (/^(retry|dead)\./.test(topic)) throw new Error(`the topic ${topic} belongs to the log itself`);
}

export function checkSubscription(group: string, topics: readonly string[], options: SubscribeOptions): void {
  if (!legal.test(group)) throw new Error(`"${group}" is no group name: letters, digits, ".", "_" and "-" only`);
  if (topics.length === 0) throw new Error(`group ${group} needs a topic`);
  for (const topic of topics) checkTopic(topic);
  const { batch = 1, tries = 1 } = options;
  if (!(Number.isInteger(batch) && batch >= 1 && batch <= 1000)) throw new Error('a batch holds 1 to 1000 events');
  if (!(Number.isInteger(tries) && tries >= 1)) throw new Error('tries must be 1 or more');
}
