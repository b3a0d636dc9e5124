import { nextCreditCode, PASSWORD } from '#test/e2e/people';
import type { FirmBook, Ledger, ProfileDoc } from './crash-ledger.js';
import type { Answer, Command, Product } from './crash-product.js';
import { productsOf, type Slot, type World } from './crash-world.js';
import type { Random } from './random.js';

interface Founded {
  readonly token: string;
  readonly organisationId: string;
  readonly personId: string;
}

interface ClaimDoc {
  readonly id: string;
  readonly status: string;
  readonly profileId: string;
}

/** Signs firms up, claims their profiles, and changes what they sell. */
export class FirmClient {
  private readonly own: { readonly book: FirmBook; readonly slot: Slot }[] = [];
  private keys = 0;

  constructor(
    private readonly place: number,
    private readonly product: Product,
    private readonly ledger: Ledger,
    private readonly world: World,
    private readonly random: Random,
  ) {}

  async step(): Promise<void> {
    const slot = this.own.length < 2 || this.random.chance(0.05) ? this.world.take() : undefined;
    if (slot) return this.join(slot);
    if (this.own.length > 0) return this.change(this.random.pick(this.own));
  }

  private async join(slot: Slot): Promise<void> {
    const founded = await this.signUp(slot);
    const { organisationId, token } = founded;
    await this.until({
      command: this.command('operator', `/organisations/${organisationId}/decisions`, { decision: 'approve' }),
      done: async () => {
        const { status } = await this.product.read<{ status: string }>('operator', `/organisations/${organisationId}`);
        return status === 'approved' ? { status } : undefined;
      },
    });
    const [profile] = await this.product.read<{ id: string }[]>(token, '/claimable-profiles');
    if (!profile) throw new Error(`there is no profile of ${slot.name} to claim`);
    const claim = await this.until<ClaimDoc>({
      command: this.command(token, '/claims', { profileId: profile.id }),
      done: async () => (await this.claims(token))[0],
    });
    await this.until<ClaimDoc>({
      command: this.command('operator', `/claims/${claim.id}/decision`, { decision: 'accept' }),
      done: async () => (await this.claims(token)).find((one) => one.status === 'accepted'),
    });
    const { version } = await this.product.read<ProfileDoc>(token, `/profiles/${profile.id}`);
    const { name, kind } = slot;
    const book = { ...founded, name, kind, profileId: profile.id, claimId: claim.id, from: version, changes: [] };
    this.ledger.firms.push(book);
    this.own.push({ book, slot });
  }

  private async claims(token: string): Promise<ClaimDoc[]> {
    return (await this.product.read<{ items: ClaimDoc[] }>(token, '/claims')).items;
  }

  /** With a new address and code each time it stays unknown whether the last ones were taken. */
  private async signUp({ name }: Slot): Promise<Founded> {
    for (;;) {
      const creditCode = nextCreditCode();
      const email = `p${creditCode.toLowerCase()}@example.com`;
      const person = { name: `${name}的人`, email, password: PASSWORD };
      const command = this.command(undefined, '/organisations', { name, kind: 'sme', creditCode, person });
      type Made = { organisation: { id: string }; person: { id: string } };
      const answer = await this.product.perform<Made>(command, this.random);
      this.refusals(answer, `sign-up of ${name}`);
      if (answer.kind !== 'answered') continue;
      this.ledger.note(command, answer.body);
      const token = await this.signIn(email);
      return { token, organisationId: answer.body.organisation.id, personId: answer.body.person.id };
    }
  }

  private async signIn(email: string): Promise<string> {
    const command: Command = { method: 'POST', path: '/sessions', body: { email, password: PASSWORD } };
    for (;;) {
      const answer = await this.product.ask<{ token: string }>(command);
      this.refusals(answer, `sign-in of ${email}`);
      if (answer.kind === 'answered') return answer.body.token;
    }
  }

  private async change({ book, slot }: { book: FirmBook; slot: Slot }): Promise<void> {
    const products = productsOf(slot, this.random.chance(0.6));
    const command = {
      ...this.command(book.token, `/profiles/${book.profileId}`, { products }),
      method: 'PATCH' as const,
    };
    const answer = await this.product.perform<ProfileDoc>(command, this.random);
    this.refusals(answer, `change of ${book.name}`);
    if (answer.kind === 'answered') {
      book.changes.push({ products, answered: answer.body });
      this.ledger.note(command, answer.body);
    } else if (answer.kind === 'unknown') {
      book.changes.push({ products });
    }
  }

  /** Asks until it is answered; after an unknown end looks whether it was carried out. */
  private async until<T>({
    command,
    done,
  }: {
    readonly command: Command;
    readonly done: () => Promise<T | undefined>;
  }): Promise<T> {
    for (;;) {
      const answer = await this.product.perform<T>(command, this.random);
      this.refusals(answer, `${command.method} ${command.path}`);
      if (answer.kind === 'answered') {
        this.ledger.note(command, answer.body);
        return answer.body;
      }
      const found = await done();
      if (found) return found;
    }
  }

  /** Nothing that is asked here may be refused. */
  private refusals(answer: Answer<unknown>, what: string): void {
    if (answer.kind === 'refused') throw new Error(`${what} was refused: ${answer.code}`);
  }

  private command(who: string | undefined, path: string, body: unknown): Command {
    this.keys += 1;
    const key = this.random.chance(0.5) ? { key: `firm-${this.place}-${this.keys}` } : {};
    return { ...(who ? { who } : {}), method: 'POST', path, body, ...key };
  }
}
