import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** An address that points into a private network, by itself or by what its name means now. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
  constructor(host: string) {
    super(`${host} is not an address of the public internet`);
  }
}

export interface Answer {
  readonly status: number;
  /** Up to {@link MOST_READ} bytes of it. */
  readonly body: string;
  /** Seconds of its Retry-After header, where it has one in seconds. */
  readonly retryAfter?: number;
}

/** How names become addresses; another one in tests. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const MOST_READ = 64 * 1024;

/**
 * Posts to addresses that people of other organisations have entered. Unless private addresses are allowed, only https and
 * public addresses are reached: the name is resolved for each connection, and what it means *then* is checked, so that a
 * name that is changed afterwards opens no way into our network. Redirects are not followed.
 */
export class OutwardPost {
  private readonly http: HttpAgent;
  private readonly https: HttpsAgent;

  constructor(
    private readonly privateAllowed: boolean,
    private readonly resolve: Lookup = lookup,
    private readonly isPublic: (ip: string) => boolean = isPublicAddress,
  ) {
    const options = {
      keepAlive: true,
      maxSockets: 32,
      maxFreeSockets: 16,
      timeout: 30_000,
      lookup: this.checkedLookup,
    };
    this.http = new HttpAgent(options);
    this.https = new HttpsAgent(options);
  }

  /**
   * Resolves with whatever answer comes within `ms`. Throws {@link PrivateAddress}, or the error of the network (its name
   * is `AbortError` when the time was up).
   */
  async post(
    address: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
    ms = 10_000,
  ): Promise<Answer> {
    const url = new URL(address);
    if (!this.privateAllowed) refusePrivate(url);
    const secure = url.protocol === 'https:';
    const signal = AbortSignal.timeout(ms);
    return new Promise((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: secure ? this.https : this.http,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Rulian',
          ...headers,
          'content-length': String(Buffer.byteLength(body)),
        },
        signal,
      });
      request.once('error', reject);
      request.once('response', (response) => read(response).then(resolve, reject));
      request.end(body);
    });
  }

  close(): void {
    this.http.destroy();
    this.https.destroy();
  }

  private readonly checkedLookup: LookupFunction = (hostname, options, callback) => {
    this.resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      const refused = !this.privateAllowed && addresses.some(({ address }) => !this.isPublic(address));
      if (refused || !first) return callback(new PrivateAddress(hostname), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/** What needs no look at the network: the protocol, and a host that is an address already (no name is resolved for it). */
function refusePrivate({ protocol, hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))) throw new PrivateAddress(hostname);
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST_READ) break;
  }
  const after = Number(response.headers['retry-after']);
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(chunks).toString('utf8', 0, MOST_READ),
    ...(after > 0 ? { retryAfter: after } : {}),
  };
}
