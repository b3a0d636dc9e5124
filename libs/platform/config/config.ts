import { resolve } from 'node:path';

/** Everything that can be set from outside, typed and read once before Nest starts. */
export interface Config {
  /** TCP port of the web server; 0 picks a free one. */
  readonly port: number;
  /** Address to listen on. Loopback by default: opening to the network is a decision. */
  readonly host: string;
  /** Folder of all data, absolute. */
  readonly dataDir: string;
  /** Fill an empty data folder with demo organisations, firms and demands. */
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Base address people reach the product at, for links in invitations. Empty: taken from the request. */
  readonly publicUrl: string;
  /** Requests a minute that one address or account may make. */
  readonly requestsPerMinute: number;
  /** Sign-in tries a minute per account and per address. */
  readonly signInsPerMinute: number;
  /** New organisations an hour per address. */
  readonly signUpsPerHour: number;
  /** Whether X-Forwarded-For is believed: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

class Reader {
  readonly problems: string[] = [];
  constructor(private readonly env: Environment) {}

  /** A setting that is there but empty counts as not set: HOST= must not open the product to the network. */
  text(name: string, fallback: string): string {
    return this.env[name]?.trim() || fallback;
  }
  whole(name: string, fallback: number, min: number, max: number): number {
    const text = this.text(name, String(fallback));
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.problems.push(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
    return fallback;
  }
  flag(name: string, fallback: boolean): boolean {
    const text = this.text(name, fallback ? '1' : '0').toLowerCase();
    if (['1', 'true', 'yes', 'on'].includes(text)) return true;
    if (['0', 'false', 'no', 'off'].includes(text)) return false;
    this.problems.push(`${name} must be 1 or 0, not "${text}"`);
    return fallback;
  }
  oneOf<T extends string>(name: string, fallback: T, values: readonly T[]): T {
    const text = this.text(name, fallback);
    const found = values.find((value) => value === text);
    if (!found) this.problems.push(`${name} must be one of ${values.join(', ')}, not "${text}"`);
    return found ?? fallback;
  }
}

/** Reads the configuration. Throws one error that names every wrong setting. */
export function readConfig(env: Environment = process.env): Config {
  const reader = new Reader(env);
  const config: Config = {
    port: reader.whole('PORT', 3000, 0, 65_535),
    host: reader.text('HOST', '127.0.0.1'),
    dataDir: resolve(reader.text('RULIAN_DATA_DIR', 'data')),
    demo: reader.flag('RULIAN_DEMO', true),
    logLevel: reader.oneOf('RULIAN_LOG_LEVEL', 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    publicUrl: reader.text('RULIAN_PUBLIC_URL', '').replace(/\/+$/, ''),
    requestsPerMinute: reader.whole('RULIAN_REQUESTS_PER_MINUTE', 6000, 1, 10_000_000),
    signInsPerMinute: reader.whole('RULIAN_SIGN_INS_PER_MINUTE', 10, 1, 1_000_000),
    signUpsPerHour: reader.whole('RULIAN_SIGN_UPS_PER_HOUR', 20, 1, 1_000_000),
    trustProxy: reader.flag('RULIAN_TRUST_PROXY', false),
  };
  if (reader.problems.length > 0) throw new Error(`Configuration: ${reader.problems.join('; ')}.`);
  return config;
}

/** Dependency token of {@link Config}. */
export const CONFIG = Symbol('config');
