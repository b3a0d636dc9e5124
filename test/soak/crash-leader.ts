import { inDays } from '#test/e2e/people';
import type { DemandBook, DemandDoc, Ledger } from './crash-ledger.js';
import type { Command, Product } from './crash-product.js';
import { KINDS, type World } from './crash-world.js';
import type { Disagreements } from './disagreements.js';
import type { Random } from './random.js';

export interface LeaderAccount {
  readonly token: string;
  readonly personId: string;
  readonly organisationId: string;
  /** Publishes by itself; demands of the others are published by staff. */
  readonly trusted: boolean;
  /** How often staff have decided on the organisation. */
  readonly decided: number;
}

const MOST_OPEN = 12;

/** Writes, hands in, changes and closes the demands of one leader, one request after the other. */
export class LeaderClient {
  private readonly open: DemandBook[] = [];
  private keys = 0;

  constructor(
    private readonly place: number,
    private readonly account: LeaderAccount,
    private readonly product: Product,
    private readonly ledger: Ledger,
    private readonly world: World,
    private readonly wrong: Disagreements,
    private readonly random: Random,
  ) {}

  async step(): Promise<void> {
    if (this.open.length < 3 || (this.open.length < MOST_OPEN && this.random.chance(0.3))) return this.create();
    const demand = this.random.pick(this.open);
    switch (demand.status) {
      case 'draft':
      case 'returned':
        return this.random.chance(0.75) ? this.submit(demand) : this.revise(demand);
      case 'submitted':
        return this.random.chance(0.75) ? this.publish(demand) : this.return(demand);
      default:
        return this.open.length > MOST_OPEN / 2 && this.random.chance(0.5) ? this.close(demand) : this.revise(demand);
    }
  }

  private async create(): Promise<void> {
    const serial = this.world.serial();
    const body = { type: 'supply', title: this.title(), background: serial, deadline: inDays(60) };
    const command = this.command(this.account.token, 'POST', '/demands', body);
    const answer = await this.product.perform<DemandDoc>(command, this.random);
    if (answer.kind === 'refused') this.wrong.check(false, () => `a new demand was refused: ${answer.code}`);
    if (answer.kind !== 'answered') return;
    this.ledger.note(command, answer.body);
    const { id, status } = answer.body;
    const book = { id, serial, owner: this.place, status, steps: [{ action: 'draft', answered: answer.body }] };
    this.ledger.demands.push(book);
    this.open.push(book);
  }

  private submit(demand: DemandBook): Promise<void> {
    const action = this.account.trusted ? 'publish' : 'submit';
    return this.act(demand, action, this.command(this.account.token, 'POST', `/demands/${demand.id}/submission`));
  }

  private publish(demand: DemandBook): Promise<void> {
    return this.act(demand, 'publish', this.command('operator', 'POST', `/demands/${demand.id}/publication`));
  }

  private return(demand: DemandBook): Promise<void> {
    const command = this.command('operator', 'POST', `/demands/${demand.id}/return`, { reason: '请补充' });
    return this.act(demand, 'return', command);
  }

  private revise(demand: DemandBook): Promise<void> {
    const body = this.random.chance(0.5)
      ? { wanted: 1 + this.random.below(20) }
      : { title: this.title(), background: `${demand.serial} ${this.random.below(1000)}` };
    return this.act(demand, 'revise', this.command(this.account.token, 'PATCH', `/demands/${demand.id}`, body));
  }

  private close(demand: DemandBook): Promise<void> {
    const body = { reason: this.random.pick(['fulfilled', 'withdrawn']) };
    return this.act(demand, 'close', this.command(this.account.token, 'POST', `/demands/${demand.id}/closing`, body));
  }

  private async act(demand: DemandBook, action: string, command: Command): Promise<void> {
    const answer = await this.product.perform<DemandDoc>(command, this.random);
    if (answer.kind === 'answered') {
      demand.steps.push({ action, answered: answer.body });
      demand.status = answer.body.status;
      this.ledger.note(command, answer.body);
    } else {
      const told = answer.kind === 'refused' ? answer.code : '';
      this.wrong.check(told === '', () => `${action} of demand ${demand.id} (${demand.status}) was refused: ${told}`);
      if (answer.kind === 'unknown') demand.steps.push({ action });
      demand.status = (await this.product.read<DemandDoc>(this.account.token, `/demands/${demand.id}`)).status;
    }
    if (demand.status === 'closed') this.open.splice(this.open.indexOf(demand), 1);
  }

  private title(): string {
    return this.random.pick(KINDS);
  }

  private command(who: string, method: 'POST' | 'PATCH', path: string, body?: unknown): Command {
    this.keys += 1;
    const key = this.random.chance(0.5) ? { key: `leader-${this.place}-${this.keys}` } : {};
    return { who, method, path, ...(body === undefined ? {} : { body }), ...key };
  }
}
