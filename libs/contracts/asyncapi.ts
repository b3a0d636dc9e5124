import { eventTopicSettings } from '#ports/log/kafka/topic-settings';
import type { JsonSchema, PublicTopic } from './schemas.js';

export interface AsyncApiOptions {
  readonly schemas: Readonly<Record<PublicTopic, JsonSchema>>;
  /** Stands before every topic and group name of this installation. Default ''. */
  readonly prefix?: string;
}

/** An AsyncAPI 3.0 document. */
export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly channels: Readonly<Record<string, JsonSchema>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & JsonSchema;
  readonly [part: string]: unknown;
}

const BINDING = '0.5.0';

interface About {
  readonly title: string;
  readonly description: string;
  /** What the key of a message is. */
  readonly key: string;
}

const ABOUT: Readonly<Record<PublicTopic, About>> = {
  'public.demand': {
    title: 'Demands',
    description:
      'Published demands of chain leaders. What an owner keeps to narrower circles is left out; `withheld` names it.',
    key: 'Id of the demand',
  },
  'public.firm': {
    title: 'Firms',
    description:
      'Cards of firms. What a firm keeps to narrower circles is left out; `withheld` names it. After profile.removed: forget it.',
    key: 'Id of the firm',
  },
  'public.match': {
    title: 'Matches',
    description:
      'Which firm fits which demand, with score, rank and state. Reasons are not public. The last state of a match that is over is withdrawn or expired.',
    key: 'Id of the match, one per demand and firm',
  },
};

const SUMMARIES: Readonly<Record<string, string>> = {
  'demand.published': 'A demand is public from now on',
  'demand.revised': 'The content of a public demand has changed',
  'demand.renewed': 'A demand has a new deadline and is open (again)',
  'demand.closed': 'A demand was fulfilled, withdrawn or has expired',
  'profile.imported': 'Programme staff imported the profile of a firm, new or changed',
  'profile.created': 'A firm wrote its profile',
  'profile.changed': 'The profile of a firm has changed',
  'profile.claimed': 'A firm took over the profile that was imported for it',
  'profile.removed': 'The profile of a firm was removed',
  'proposal.proposed': 'A firm fits a demand; it is not told yet',
  'proposal.released': 'A firm fits a demand and is told',
  'proposal.revised': 'Score, rank or state of a match have changed',
  'proposal.withdrawn': 'A match is over',
};

const INTRODUCTION = `Events for other systems. Each message is one CloudEvents 1.0 event in structured JSON and carries the
whole public state of what it is about, so the newest message of a key is enough; topics are compacted and can be read from
the start at any time. Delivery is at least once and in order per key: a repeat has the same \`id\`, and of two events of one
\`subject\` the one with the larger \`sequence\` is the newer. Properties may be added at any time: ignore those you do not know.
A message without a value (tombstone) says nothing.

Security: these topics hold what everybody may know. The operator gives a consumer an account that may read the topics below
and use its own consumer groups; transport (TLS) and sign-in (SASL) are the broker's. Topics that are not named here are
internal, confidential, and change without notice.`;

/** The document of every public topic. Pure: what it says of events comes from their schemas, which come from the types. */
export function createAsyncApi({ schemas, prefix = '' }: AsyncApiOptions): AsyncApiDocument {
  const topics = (Object.keys(schemas) as PublicTopic[]).map((topic) => new Topic(topic, schemas[topic], prefix));
  const entries = <T>(of: (topic: Topic) => readonly (readonly [string, T])[]) =>
    Object.fromEntries(topics.flatMap(of));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Rulian 入链: public events',
      version: '1.0.0',
      description: `${INTRODUCTION}\n\n${addressing(prefix)}`,
    },
    defaultContentType: 'application/json',
    servers: { kafka: SERVER },
    channels: entries((topic) => [[topic.name, topic.channel()]]),
    operations: entries((topic) => [[`send.${topic.name}`, topic.operation()]]),
    components: {
      messages: entries((topic) => topic.types.map((type) => [type, topic.message(type)] as const)),
      schemas: entries((topic) => topic.components()),
    },
  };
}

const addressing = (prefix: string): string =>
  prefix === ''
    ? 'This installation uses topic names without a prefix (setting RULIAN_PREFIX).'
    : `This installation puts "${prefix}" before every topic name (setting RULIAN_PREFIX); the addresses below have it.`;

const SERVER = {
  host: '{brokers}',
  protocol: 'kafka',
  description: 'The Kafka cluster of the installation; its operator tells the address and gives the account.',
  variables: { brokers: { default: 'localhost:9092', description: 'host:port of a broker' } },
};

class Topic {
  private readonly root: string;
  readonly types: readonly string[];

  constructor(
    readonly name: PublicTopic,
    private readonly schema: JsonSchema,
    private readonly prefix: string,
  ) {
    this.types = typesOf(schema, schema);
    this.root = `${name}.event`;
  }

  channel(): JsonSchema {
    const { title, description } = ABOUT[this.name];
    return {
      address: `${this.prefix}${this.name}`,
      title,
      description,
      servers: [{ $ref: '#/servers/kafka' }],
      messages: Object.fromEntries(this.types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
      bindings: { kafka: { topicConfiguration: TOPIC_CONFIGURATION, bindingVersion: BINDING } },
    };
  }

  operation(): JsonSchema {
    const channel = `#/channels/${this.name}`;
    return {
      action: 'send',
      title: `Rulian tells of ${ABOUT[this.name].title.toLowerCase()}`,
      channel: { $ref: channel },
      messages: this.types.map((type) => ({ $ref: `${channel}/messages/${type}` })),
    };
  }

  message(type: string): JsonSchema {
    return {
      name: type,
      title: type,
      summary: SUMMARIES[type] ?? type,
      contentType: 'application/cloudevents+json',
      headers: {
        type: 'object',
        properties: { 'content-type': { type: 'string', const: 'application/cloudevents+json; charset=utf-8' } },
      },
      payload: {
        allOf: [
          { $ref: `#/components/schemas/${this.root}` },
          { type: 'object', properties: { type: { const: type } } },
        ],
      },
      bindings: { kafka: { key: { type: 'string', description: ABOUT[this.name].key }, bindingVersion: BINDING } },
    };
  }

  /** The schema and its definitions, each under its own name. */
  components(): readonly (readonly [string, JsonSchema])[] {
    const { $schema: _s, $id: _i, definitions = {}, ...root } = this.schema;
    const named = Object.entries(definitions as Readonly<Record<string, JsonSchema>>);
    return [[this.root, root] as const, ...named].map(([name, schema]) => [name, moved(schema)] as const);
  }
}

const {
  'cleanup.policy': policy,
  'delete.retention.ms': tombstones,
  'max.message.bytes': largest,
} = eventTopicSettings;
const TOPIC_CONFIGURATION = {
  'cleanup.policy': [policy],
  'delete.retention.ms': Number(tombstones),
  'max.message.bytes': Number(largest),
};

/** What `type` of an event can be, from its schema. */
function typesOf(schema: JsonSchema, root: JsonSchema): readonly string[] {
  const name = /^#\/definitions\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1];
  if (name !== undefined) return typesOf((root.definitions as Record<string, JsonSchema>)[name] ?? {}, root);
  if (schema.anyOf) return (schema.anyOf as readonly JsonSchema[]).flatMap((variant) => typesOf(variant, root));
  const type = (schema.properties as Readonly<Record<string, JsonSchema>> | undefined)?.type;
  return (type?.enum ?? [type?.const]) as readonly string[];
}

/** References lead to the components of the document. */
function moved(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}
