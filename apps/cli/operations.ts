import type { Command } from 'commander';
import type { Language } from '#platform/errors/errors';
import { type ApiClient, ApiRefusal } from '#platform/http/api-client';
import type { PageView } from '#platform/http/paging';
import type { LagView, LetterView, WholeLetterView } from '#platform/operations/operations.dto';
import { TEXTS } from './operations.texts.js';
import { oneLine, table } from './table.js';
import { withServer } from './with-server.js';

/** Requests under way at once when many letters are replayed. */
const AT_ONCE = 8;
const LETTERS = '/operations/dead-letters';

export interface Surroundings {
  readonly language: () => Language;
  readonly print: (line: string) => void;
}

interface Options {
  readonly json?: boolean;
  readonly group?: string;
  readonly limit?: string;
  readonly all?: boolean;
}

/** Adds `lag` and `dead-letters`. Each prints aligned text, or one JSON value with `--json`. */
export function addOperations(program: Command, around: Surroundings): void {
  const tools = new Tools(around);
  const json = ['--json', 'print JSON, for scripts'] as const;
  const group = ['--group <group>', 'only those of this group'] as const;
  program
    .command('lag')
    .description('events on their way: unsent, waiting for each group; and how many dead letters there are')
    .option(...json)
    .action((options: Options) => tools.lag(options));

  const letters = program.command('dead-letters').description('events that a group could not handle');
  letters
    .command('list')
    .description('oldest first, without the data of the events')
    .option(...group)
    .option('--limit <count>', 'most letters to list', '100')
    .option(...json)
    .action((options: Options, command: Command) => tools.list(options, command));
  letters
    .command('read')
    .description('one letter with the whole event')
    .argument('<id>')
    .option(...json)
    .action((id: string, options: Options) => tools.read(id, options));
  letters
    .command('replay')
    .description('deliver the event to its group again')
    .argument('[id]')
    .option('--all', 'all letters there are now')
    .option(...group)
    .option(...json)
    .action((id: string | undefined, options: Options, command: Command) => tools.replay(id, options, command));
  letters
    .command('drop')
    .description('remove the letter: its group never handles the event')
    .argument('<id>')
    .option(...json)
    .action((id: string, options: Options) => tools.drop(id, options));
}

class Tools {
  constructor(private readonly around: Surroundings) {}

  async lag({ json }: Options): Promise<void> {
    const lag = await this.with((api) => api.get<LagView>('/operations/lag'));
    if (json) return this.json(lag);
    const { texts } = this;
    const rows = lag.groups.map(({ group, topic, events, stopped }) => [
      group,
      topic,
      String(events),
      stopped === undefined ? texts.running : texts.stopped(stopped),
    ]);
    this.lines(rows.length > 0 ? table([texts.lagHead, ...rows]) : [texts.noGroups]);
    const counts = lag.deadLetters.map(({ group, letters, capped }) => `${group} ${letters}${capped ? '+' : ''}`);
    this.lines([texts.unsent(lag.unsent.count, lag.unsent.ageSeconds), texts.letters(oneLine(counts.join(', ')))]);
  }

  async list({ json, group, limit = '' }: Options, command: Command): Promise<void> {
    const most = /^[1-9]\d{0,5}$/.test(limit) ? Number(limit) : 0;
    if (most < 1 || most > 100_000) command.error(this.texts.limit);
    const { items, more } = await this.with((api) => firstLetters(api, group, most));
    if (json) return this.json({ items, more });
    const { texts } = this;
    if (items.length === 0) return this.around.print(texts.noLetters);
    const rows = items.map(({ id, at, group, reason, event }) => [id, at, group, event.type, event.subject, reason]);
    this.lines([...table([texts.listHead, ...rows]), ...(more ? [texts.more(items.length)] : [])]);
  }

  async read(id: string, { json }: Options): Promise<void> {
    const letter = await this.with((api) => api.get<WholeLetterView>(pathOf(id)));
    if (json) return this.json(letter);
    const { fields } = this.texts;
    const head = (['id', 'at', 'group', 'reason'] as const).map((name) => [fields[name], letter[name]]);
    this.lines([...table(head), fields.event, JSON.stringify(letter.event, undefined, 2)]);
  }

  async replay(id: string | undefined, { all, group, json }: Options, command: Command): Promise<void> {
    if ((id === undefined) !== (all === true) || (group !== undefined && !all)) command.error(this.texts.idOrAll);
    const done = await this.with((api) => (id === undefined ? replayAll(api, group) : replayOne(api, id)));
    if (json) return this.json(done);
    const { texts } = this;
    this.lines([texts.replayed(done.replayed), ...(done.gone > 0 ? [texts.gone(done.gone)] : [])]);
  }

  async drop(id: string, { json }: Options): Promise<void> {
    await this.with((api) => api.delete(pathOf(id)));
    if (json) return this.json({ dropped: id });
    this.around.print(this.texts.dropped(oneLine(id)));
  }

  private get texts() {
    return TEXTS[this.around.language()];
  }

  private with<T>(work: (api: ApiClient) => Promise<T>): Promise<T> {
    return withServer(this.around.language(), work);
  }

  private json(value: unknown): void {
    this.around.print(JSON.stringify(value, undefined, 2));
  }

  private lines(lines: readonly string[]): void {
    for (const line of lines) this.around.print(line);
  }
}

const pathOf = (id: string): string => `${LETTERS}/${encodeURIComponent(id)}`;

async function firstLetters(api: ApiClient, group: string | undefined, most: number) {
  const items: LetterView[] = [];
  for (let next: string | undefined = ''; next !== undefined && items.length < most; ) {
    const query = new URLSearchParams({ limit: String(Math.min(100, most - items.length)) });
    if (group !== undefined) query.set('group', group);
    if (next !== '') query.set('cursor', next);
    const page: PageView<LetterView> = await api.get(`${LETTERS}?${query}`);
    items.push(...page.items);
    next = page.next;
    if (items.length >= most) return { items, more: next !== undefined };
  }
  return { items, more: false };
}

async function replayOne(api: ApiClient, id: string) {
  await api.post(`${pathOf(id)}/replay`);
  return { replayed: 1, gone: 0 };
}

/** Those that stand now: one that fails again is a new letter and is not replayed a second time. */
async function replayAll(api: ApiClient, group: string | undefined) {
  const { items } = await firstLetters(api, group, Number.POSITIVE_INFINITY);
  const waiting = items.map(({ id }) => id);
  const done = { replayed: 0, gone: 0 };
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (await replayed(api, id)) done.replayed += 1;
      else done.gone += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}

async function replayed(api: ApiClient, id: string): Promise<boolean> {
  try {
    await api.post(`${pathOf(id)}/replay`);
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return false;
    throw error;
  }
}
