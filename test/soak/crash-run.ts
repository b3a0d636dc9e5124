import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, nothingWaits, PASSWORD, signIn } from '#test/e2e/people';
import { checkLog } from './crash-check-log.js';
import { checkRepeats, checkState, readState } from './crash-check-state.js';
import { checkNotices, checkProposals, checkSearch, type People } from './crash-check-told.js';
import { FirmClient } from './crash-firm.js';
import { ImporterClient } from './crash-importer.js';
import { LeaderClient } from './crash-leader.js';
import { Ledger } from './crash-ledger.js';
import { Product } from './crash-product.js';
import { Browser } from './crash-streams.js';
import { World } from './crash-world.js';
import { Disagreements } from './disagreements.js';
import { sleep } from './measure.js';
import { Random } from './random.js';
import { type ProposalRead, readAll } from './reading.js';

export interface CrashOptions {
  readonly kills: number;
  readonly seed: number;
  /** No kill after this; fewer than asked for is a disagreement then. */
  readonly seconds: number;
  /** Milliseconds that each client waits after a write, 10 where left out. Without a wait they take all of a small machine. */
  readonly pause?: number;
  readonly progress?: (text: string) => void;
  /** What happens to the product while the clients write, instead of kills of all of it. */
  readonly disturb?: (deployment: Deployment) => Promise<void>;
}

export interface CrashReport {
  readonly kills: number;
  readonly killsWhileStarting: number;
  readonly seconds: number;
  readonly writesAnswered: number;
  readonly requestsUnknown: number;
  readonly askedAgain: number;
  readonly demands: number;
  readonly firmsClaimed: number;
  readonly imports: number;
  readonly proposals: number;
  readonly pairsDecidedAnew: number;
  readonly notices: number;
  readonly streamBreaks: number;
  readonly repeated: number;
  readonly events: number;
  /** Events that stand on the log more than once, as a store may send again what a crash left unacknowledged. */
  readonly eventsSentAgain: number;
  readonly disagreements: number;
  readonly told: readonly string[];
}

/** Most commands repeated and documents searched for at the end. */
const MOST_REPEATS = 300;
const MOST_SEARCHED = 400;
/** Writes answered before a kill, however slow the machine is: otherwise there is nothing to compare. */
const LEAST_WORK = 10;

/**
 * Clients write all the time while the product is killed again and again; at the end everything that was answered must be
 * there and have had its effects, once.
 */
export async function crashRun(options: CrashOptions): Promise<CrashReport> {
  const wrong = new Disagreements();
  const product = await Product.create(wrong);
  try {
    return await new CrashRun(options, product, wrong).run();
  } finally {
    await product.deployment.destroy();
  }
}

class CrashRun {
  private readonly random = new Random(this.options.seed);
  private readonly world = new World(new Random(this.options.seed + 1));
  private readonly ledger = new Ledger();
  private readonly started = performance.now();
  private stopping = false;
  private killsWhileStarting = 0;

  constructor(
    private readonly options: CrashOptions,
    private readonly product: Product,
    private readonly wrong: Disagreements,
  ) {}

  async run(): Promise<CrashReport> {
    const people = await this.addPeople();
    const clients = await this.clients(people);
    const browsers = people.staff.map(({ personId, token }) => this.browser(personId, token));
    const lanes = clients.map((client) => this.lane(client));
    const { disturb } = this.options;
    await Promise.race([disturb ? disturb(this.product.deployment) : this.killAll(), Promise.all(lanes)]);
    this.stopping = true;
    await Promise.all(lanes);
    browsers.push(...this.ledger.firms.slice(0, 10).map(({ personId, token }) => this.browser(personId, token)));
    return this.judge(people, browsers);
  }

  private browser(personId: string, token: string): Browser {
    return new Browser(personId, token, this.product, this.wrong);
  }

  private async addPeople(): Promise<People> {
    const { deployment } = this.product;
    const staff = await addMember(deployment, 'staff', '值守服务中心');
    const email = 'second@example.com';
    const person = { name: '第二人', email, password: PASSWORD, admin: false };
    const second = await staff.api.post<{ id: string }>(`/organisations/${staff.organisationId}/people`, person);
    const leaders = [];
    for (const [place, trusted] of [true, true, true, false].entries()) {
      const member = await addMember(deployment, 'leader', `链主${place}集团`);
      const body = { decision: 'suspend', reason: '演练' };
      if (!trusted) {
        // The operator's leaders are trusted; one that is suspended and comes back may be given less.
        await deployment.operator.post(`/organisations/${member.organisationId}/decisions`, body);
        const back = { decision: 'reinstate', selfPublish: false };
        await deployment.operator.post(`/organisations/${member.organisationId}/decisions`, back);
      }
      const { token, personId, organisationId } = member;
      leaders.push({ token, personId, organisationId, trusted, decided: trusted ? 1 : 3 });
    }
    const { token } = await signIn(deployment, email);
    return { staff: [staff, { personId: second.id, token, organisationId: staff.organisationId }], leaders };
  }

  private async clients({ leaders }: People): Promise<{ step(): Promise<void> }[]> {
    const { product, ledger, world, wrong, options } = this;
    const random = (lane: number) => new Random(options.seed * 1000 + lane);
    const importer = new ImporterClient(product, ledger, world, random(0));
    await importer.base();
    return [
      importer,
      ...leaders.map(
        (leader, place) => new LeaderClient(place, leader, product, ledger, world, wrong, random(10 + place)),
      ),
      ...[0, 1, 2].map((place) => new FirmClient(place, product, ledger, world, random(20 + place))),
    ];
  }

  private async lane(client: { step(): Promise<void> }): Promise<void> {
    while (!this.stopping) {
      await client.step();
      await sleep(this.options.pause ?? 10);
    }
  }

  /** Kills at random moments, each after some work: while it starts, right after an answer, and in between. Leaves it running. */
  private async killAll(): Promise<void> {
    const { product, random, options } = this;
    const end = this.started + options.seconds * 1000;
    while (product.kills < options.kills && performance.now() < end) {
      const enough = product.answered + LEAST_WORK + random.below(LEAST_WORK);
      while (product.answered < enough && performance.now() < end)
        await Promise.race([product.nextAnswer(), sleep(1000)]);
      await sleep(random.below(1200));
      if (random.chance(0.4)) await product.nextAnswer().then(() => sleep(random.below(6)));
      await product.kill();
      while (product.kills < options.kills && random.chance(0.3)) {
        await product.killWhileStarting(random.below(1500));
        this.killsWhileStarting += 1;
      }
      await product.start();
      if (product.kills % 10 === 0) options.progress?.(`${product.kills} kills, ${product.answered} writes answered`);
    }
    const { kills } = product;
    this.wrong.check(kills >= options.kills, () => `only ${kills} kills within ${options.seconds} s`);
  }

  private async judge(people: People, browsers: readonly Browser[]): Promise<CrashReport> {
    const { product, ledger, wrong, options } = this;
    const { deployment } = product;
    options.progress?.('settling …');
    await quiet(deployment.url);
    const repeated = await checkRepeats(product, ledger, MOST_REPEATS, wrong);
    await quiet(deployment.url);
    options.progress?.('comparing …');
    const state = await readState(deployment.operator);
    await checkState(deployment.operator, ledger, state, wrong);
    type Shown = ProposalRead & { readonly demand: { readonly version: number } };
    const proposals = await readAll<Shown>(deployment.operator, '/proposals');
    checkProposals(proposals, state, wrong);
    const notices = await checkNotices(deployment.url, people, ledger, state, proposals, browsers, wrong);
    await checkSearch(deployment.operator, ledger, state, MOST_SEARCHED, wrong);
    await Promise.all(browsers.map((browser) => browser.close()));
    await deployment.stop();
    const { events, sentAgain, freshPairs } = await checkLog(deployment, state, proposals, wrong);
    return {
      kills: product.kills,
      killsWhileStarting: this.killsWhileStarting,
      seconds: Math.round((performance.now() - this.started) / 1000),
      writesAnswered: product.answered,
      requestsUnknown: product.unknown,
      askedAgain: product.askedAgain,
      demands: state.demands.size,
      firmsClaimed: ledger.firms.length,
      imports: ledger.imports.length,
      proposals: proposals.length,
      pairsDecidedAnew: freshPairs,
      notices,
      streamBreaks: browsers.reduce((sum, browser) => sum + browser.breaks, 0),
      repeated,
      events,
      eventsSentAgain: sentAgain,
      disagreements: wrong.count,
      told: wrong.told,
    };
  }
}

/** Nothing is on its way: seen five times in a row, since what is being handled shows in neither number for a moment. */
async function quiet(url: string): Promise<void> {
  let seen = 0;
  await eventually(async () => {
    // Right after a kill nobody may answer.
    const still = await nothingWaits(url).catch(() => false);
    seen = still ? seen + 1 : 0;
    await sleep(50);
    return seen >= 5;
  }, 600_000);
}
