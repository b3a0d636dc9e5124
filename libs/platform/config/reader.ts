import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and collects what is wrong with them, so that all of it is said at once. */
export class Reader {
  readonly problems: string[] = [];
  constructor(private readonly env: Environment) {}

  /** A setting that is there but empty counts as not set: HOST= must not open the product to the network. */
  text(name: string, fallback: string): string {
    return this.env[name]?.trim() || fallback;
  }
  /** A setting without which the process cannot do its work; `meaning` says what it is. */
  required(name: string, meaning: string): string {
    const text = this.text(name, '');
    if (text === '') this.problems.push(`${name} must be set: ${meaning}`);
    return text;
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
  /** What stands in the file that a setting names; undefined when it is not set. */
  file(name: string): string | undefined {
    const path = this.text(name, '');
    if (path === '') return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      this.problems.push(`${name} must name a file that can be read: ${(error as Error).message}`);
      return undefined;
    }
  }
  /** Throws one error that names every wrong setting. */
  orThrow(): void {
    if (this.problems.length > 0) throw new Error(`Configuration: ${this.problems.join('; ')}.`);
  }
}
