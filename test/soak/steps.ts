import { progress, type Quantiles, quantiles } from './measure.js';

/** How long each step took, and each of many calls of a kind. */
export class Steps {
  readonly ms: Record<string, number> = {};
  private readonly calls: Record<string, number[]> = {};

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    progress(`${name} …`);
    const begun = Date.now();
    const done = await work();
    this.ms[name] = Date.now() - begun;
    return done;
  }

  /** One of many. */
  async each<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const done = await work();
    this.calls[name] = [...(this.calls[name] ?? []), performance.now() - begun];
    return done;
  }

  /** Milliseconds of each kind of call. */
  callMs(): Record<string, Quantiles> {
    return Object.fromEntries(Object.entries(this.calls).map(([name, all]) => [name, quantiles(all)]));
  }
}
