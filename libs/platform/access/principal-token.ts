import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import type { HouseRequest } from '#platform/http/request';
import { ANONYMOUS, type Principal } from './access.js';
import { Identifier } from './identifier.js';

/** Header in which the gateway tells a service who is asking. From outside it is never let through. */
export const PRINCIPAL_HEADER = 'x-rulian-principal';

const ISSUER = 'rulian-gateway';
const LIFE_SECONDS = 60;
/** A token is given out again for so long: each caller and service is signed for about twice a minute, not per request. */
const REUSED_MS = 30_000;
const MOST_KEPT = 10_000;
/** How much the clocks of gateway and service may differ, s. */
const TOLERANCE = 120;

/** Takes PEM, or base64 of PEM as it stands in an environment variable. Throws for anything else. */
const pem = (text: string): string => (text.includes('-----') ? text : Buffer.from(text, 'base64').toString('utf8'));

interface Kept {
  readonly token: Promise<string>;
  readonly until: number;
}

/** Signs who is asking, for one service (the audience) and one minute: EdDSA JSON web tokens. */
export class PrincipalSigner {
  private readonly key: KeyObject;
  private readonly kept = new Map<string, Kept>();

  /** Throws a sentence when the text is no Ed25519 private key. */
  constructor(privateKey: string) {
    this.key = ed25519('RULIAN_TOKEN_PRIVATE_KEY', () => createPrivateKey(pem(privateKey)));
  }

  sign(principal: Principal, audience: string): Promise<string> {
    const name = `${audience} ${JSON.stringify(principal)}`;
    const now = Date.now();
    const known = this.kept.get(name);
    if (known && known.until > now && known.until <= now + REUSED_MS) return known.token;
    const token = new SignJWT({ principal })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${LIFE_SECONDS}s`)
      .sign(this.key);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(name, { token, until: now + REUSED_MS });
    return token;
  }
}

/** Behind the gateway: believes its token for this service and nothing else, no session, key or cookie. */
export class TokenIdentifier extends Identifier {
  private readonly keys: readonly KeyObject[];

  /** Throws a sentence when a text is no Ed25519 public key. */
  constructor(
    publicKeys: readonly string[],
    private readonly audience: string,
  ) {
    super();
    this.keys = publicKeys.map((key) => ed25519('RULIAN_TOKEN_PUBLIC_KEY', () => createPublicKey(pem(key))));
  }

  async identify(request: HouseRequest): Promise<Principal> {
    const token = request.headers[PRINCIPAL_HEADER];
    // Probes ask each process by itself.
    if (token === undefined && request.url.startsWith('/health/')) return ANONYMOUS;
    if (typeof token !== 'string') throw new Refused([commonErrors.through_gateway()]);
    for (const key of this.keys) {
      const principal = await this.read(token, key);
      if (principal) return principal;
    }
    throw new Refused([commonErrors.through_gateway()]);
  }

  /** Undefined when another key has signed it, or it is no token of the gateway's. */
  private async read(token: string, key: KeyObject): Promise<Principal | undefined> {
    try {
      const { payload } = await jwtVerify<{ principal: Principal }>(token, key, {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience: this.audience,
        clockTolerance: TOLERANCE,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge: LIFE_SECONDS,
      });
      return payload.principal;
    } catch (error) {
      // The gateway hands out what it has signed within the last half minute: if that is too old, or of a time to come,
      // one of the clocks is wrong.
      const { claim } = error as { claim?: string };
      if (claim === 'iat' || claim === 'exp') throw new Refused([commonErrors.clocks_differ()]);
      return undefined;
    }
  }
}

function ed25519(setting: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below; the error's own text could show part of the key.
  }
  throw new Error(`Configuration: ${setting} must be an Ed25519 key (rulian keys makes one).`);
}
