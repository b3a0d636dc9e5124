import { randomBytes } from 'node:crypto';
import { Argument, Command, Option } from 'commander';
import { ORGANISATION_KINDS } from '#contracts/identity';
import type { Rebuilt } from '#platform/messaging/projection';
import { firmFile, importFirms } from './import-firms.js';
import { makeKeys } from './keys.js';
import { addMatching } from './matching/command.js';
import { addMove } from './move/command.js';
import { addOperations } from './operations.js';
import { withServer } from './with-server.js';

interface TrainFlags {
  readonly firms: string;
  readonly queries: string;
  readonly out: string;
  readonly about: string;
  readonly teacher?: string;
  readonly teacherModel: string;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const language = (): 'zh' | 'en' => program.opts<{ lang: 'zh' | 'en' }>().lang;

const NOT_EMPTY = {
  zh: '此处已有单位，演示数据只载入空的平台。',
  en: 'There are organisations here already: demo data go into an empty installation only.',
} as const;

const program = new Command('rulian')
  .description(
    'Rulian 入链 on the command line. Works on the data folder RULIAN_DATA_DIR (default ./data), also while the product runs; on the installation at RULIAN_URL when that and RULIAN_OPERATOR_SECRET are set.',
  )
  .addOption(new Option('--lang <language>', 'language of messages').choices(['zh', 'en']).default('zh'))
  .showHelpAfterError();

const importing = program.command('import').description('bring in data from files');
importing
  .command('firms')
  .description('firms from an .xlsx, .csv or .jsonl file; running it again changes nothing')
  .argument('<file>')
  .option('--check-only', 'report only, bring nothing in')
  .action(async (file: string, options: { checkOnly?: boolean }) => {
    const source = await firmFile(file);
    const taken = await withServer(language(), (api) => importFirms(api, source, options.checkOnly ?? false, print));
    if (!taken) process.exitCode = 1;
  });

program.command('reindex').description('build the search indexes anew and switch to them').action(reindex);

program
  .command('rebuild')
  .description('make anew from the log what the product keeps beside it; safe while it runs')
  .addArgument(
    new Argument(
      '<projection>',
      'whom notices can go to, what is known of organisations, what engagement and events know of others, facts and figures, or the search indexes',
    ).choices(['recipients', 'organisations', 'engagement', 'events', 'insight', 'search']),
  )
  .action((projection: string) => (projection === 'search' ? reindex() : rebuild(projection)));

addOperations(program, { language, print });

const user = program.command('user').description('accounts');
user
  .command('add')
  .description('add an approved organisation with its first person, who is its administrator')
  .requiredOption('--organisation <name>', 'name of the organisation')
  .addOption(
    new Option('--kind <kind>', 'kind of the organisation').choices([...ORGANISATION_KINDS]).makeOptionMandatory(),
  )
  .requiredOption('--name <name>', 'name of the person')
  .requiredOption('--email <address>', 'address to sign in with')
  .option('--credit-code <code>', 'unified social credit code; needed for leaders and SMEs')
  .option('--region <region>', 'e.g. 山东省青岛市')
  .option('--password <password>', 'at least 8 characters; made up and printed when left out')
  .action(async (options: Readonly<Record<string, string>>) => {
    const { organisation, kind, name, email, creditCode, region } = options;
    const password = options.password ?? randomBytes(12).toString('base64url');
    const body = { organisation, kind, creditCode, region, person: { name, email, password } };
    await withServer(language(), (api) => api.post('/operations/accounts', body));
    print(`added: ${email}${options.password ? '' : `\npassword: ${password}`}`);
  });

program
  .command('demo')
  .description(
    'fill an empty installation with demo data, for trying out: its accounts have a password that everybody knows',
  )
  .action(async () => {
    const { seedDemo, tellAccounts } = await import('#apps/standalone/demo/seed-demo');
    const accounts = await withServer(language(), seedDemo);
    if (accounts.length === 0) throw new Error(NOT_EMPTY[language()]);
    print(tellAccounts(accounts));
  });

program
  .command('keys')
  .description('print new secrets for an installation of the distributed shape, as lines for its environment')
  .action(() => {
    for (const [name, value] of Object.entries(makeKeys())) print(`${name}=${value}`);
  });

program
  .command('match-train')
  .description(
    'learn the ranking from firms and queries with gold; takes a quarter of an hour. Writes the model as source files',
  )
  .requiredOption('--firms <file>', 'firms, JSON lines')
  .requiredOption('--queries <file>', 'queries, JSON lines: task, text, gold')
  .requiredOption('--out <folder>', 'where the model goes: libs/engines/match/rank/learned')
  .option('--about <text>', 'what the data is, for the provenance', 'not named')
  .option('--teacher <url>', "an API like OpenAI's for vectors of texts; without it those that ship are passed on")
  .option('--teacher-model <name>', 'the model it is asked for', 'multilingual-e5-small')
  .action(async ({ teacher: url, teacherModel, ...options }: TrainFlags) => {
    const { matchTrain } = await import('./match-train.js');
    const date = new Date().toISOString().slice(0, 10);
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const teacher = url === undefined ? {} : { teacher: { url, model: teacherModel } };
    print(JSON.stringify(await matchTrain({ ...options, ...teacher, date, say }), null, 2));
  });

program
  .command('match-why')
  .description('show every feature of a demand and a firm, and its share of the score')
  .requiredOption('--firms <file>', 'firms, JSON lines')
  .requiredOption('--text <text>', 'what is asked for')
  .requiredOption('--firm <id>', 'the firm')
  .action(async (options: { firms: string; text: string; firm: string }) => {
    const { matchWhy } = await import('./match-why.js');
    const breakdown = await matchWhy(options);
    if (breakdown) print(JSON.stringify(breakdown, null, 2));
    else {
      process.stderr.write('no such firm\n');
      process.exitCode = 1;
    }
  });

program
  .command('match-eval')
  .description('rank firms for queries from files; needs no data folder. Writes {"i","ids":[50 best],"ms"} a line')
  .requiredOption('--firms <file>', 'firms, JSON lines')
  .requiredOption('--queries <file>', 'queries, JSON lines: task, text, gold (may be absent)')
  .requiredOption('--out <file>', 'where the answers go')
  .action(async (options: { firms: string; queries: string; out: string }) => {
    const progress = process.stderr.isTTY
      ? (text: unknown) => process.stderr.write(`\r\x1b[K${JSON.stringify(text)}`)
      : undefined;
    const { matchEval } = await import('./match-eval.js');
    const summary = await matchEval({ ...options, ...(progress ? { progress } : {}) });
    print(JSON.stringify(summary, undefined, 2));
  });

program
  .command('verdict')
  .description(
    'judge firms by requirements from a file; needs no data folder. Writes {"i","verdict","evidence","why"} a line',
  )
  .requiredOption('--pairs <file>', 'pairs, JSON lines: i, on, requirement, profile')
  .requiredOption('--out <file>', 'where the answers go')
  .action(async (options: { pairs: string; out: string }) => {
    const { verdictPairs } = await import('./verdict-pairs.js');
    print(JSON.stringify(await verdictPairs({ ...options, language: language() }), undefined, 2));
  });

addMatching(program, { language, print });

program
  .command('schedule')
  .description(
    'make the schedule of a matchmaking event from a file; needs no data folder. Ctrl-C stops and keeps the best so far. Writes {meetings, score, upperBound}',
  )
  .argument('<instance>', 'slots, tables, parties and pairs, JSON')
  .requiredOption('--out <file>', 'where the schedule goes')
  .addOption(new Option('--seed <number>', 'the same seed gives the same schedule').argParser(Number).default(1))
  .action(async (instance: string, options: { out: string; seed: number }) => {
    const { scheduleFile } = await import('./schedule.js');
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const progress = ({ musts, score, upperBound }: { musts: number; score: number; upperBound: number }) =>
      process.stderr.write(`\r\x1b[K${musts} · ${score} ≤ ${upperBound}`);
    const shown = process.stderr.isTTY ? { progress } : {};
    const line = await scheduleFile({ instance, ...options, language: language(), stop: stop.signal, ...shown });
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    print(line);
  });

addMove(program, print);

async function reindex(): Promise<void> {
  const { indexes } = await withServer(language(), (api) => api.post<{ indexes: string[] }>('/operations/reindex'));
  print(`rebuilt: ${indexes.join(', ')}`);
}

async function rebuild(projection: string): Promise<void> {
  const path = `/operations/projections/${projection}`;
  const { written, unchanged, removed } = await withServer(language(), (api) => api.post<Rebuilt>(path));
  print(`rebuilt: ${projection} (${written} written, ${unchanged} unchanged, ${removed} removed)`);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
