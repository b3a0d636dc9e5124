import { randomBytes } from 'node:crypto';
import { Command, Option } from 'commander';
import { ORGANISATION_KINDS } from '#contracts/identity';
import { readConfig } from '#platform/config/config';
import { firmFile, importFirms } from './import-firms.js';
import { makeKeys } from './keys.js';
import { Reporter } from './move/reporter.js';
import { withServer } from './with-server.js';

const print = (line: string) => process.stdout.write(`${line}\n`);
const language = (): 'zh' | 'en' => program.opts<{ lang: 'zh' | 'en' }>().lang;

const program = new Command('rulian')
  .description(
    'Rulian 入链 on the command line. Works on the data folder RULIAN_DATA_DIR (default ./data), also while the product runs.',
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

program
  .command('reindex')
  .description('build the search indexes anew and switch to them')
  .action(async () => {
    const { indexes } = await withServer(language(), (api) => api.post<{ indexes: string[] }>('/operations/reindex'));
    print(`rebuilt: ${indexes.join(', ')}`);
  });

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
  .command('keys')
  .description('print new secrets for an installation of the distributed shape, as lines for its environment')
  .action(() => {
    for (const [name, value] of Object.entries(makeKeys())) print(`${name}=${value}`);
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
  .command('move')
  .description(
    'carry the data of a standalone over to MongoDB and Kafka. Run it while the standalone is in use, again for what has changed, then stop the standalone, run it with --final and start the services',
  )
  .addOption(
    new Option('--mongo <url>', 'mongodb://host:27017/database; empty, and no service has been started on it')
      .env('MONGO_URL')
      .makeOptionMandatory(),
  )
  .addOption(new Option('--kafka <brokers>', 'host:9092, comma-separated').env('KAFKA_BROKERS').makeOptionMandatory())
  .addOption(new Option('--prefix <prefix>', 'RULIAN_PREFIX of the services').env('RULIAN_PREFIX').default(''))
  .option('--final', 'the standalone is stopped: carry over all, place the groups where they stood')
  .action(async ({ final = false, ...options }: { mongo: string; kafka: string; prefix: string; final?: boolean }) => {
    const { move } = await import('./move/move.js');
    const { stderr } = process;
    const reporter = new Reporter((text) => stderr.write(text), stderr.isTTY, Date.now);
    const report = await move({ folder: readConfig().dataDir, ...options, final }, reporter);
    print(JSON.stringify(report, undefined, 2));
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
