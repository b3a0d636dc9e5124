import { type Command, Option } from 'commander';
import { readConfig } from '#platform/config/config';
import { readKafkaAccess } from '#platform/config/service-config';
import { Reporter } from './reporter.js';

interface Options {
  readonly mongo: string;
  readonly kafka: string;
  readonly prefix: string;
  readonly final?: boolean;
}

/** Adds `move`. The servers may be named by the settings of the services instead, so that no password stands in a list of processes. */
export function addMove(program: Command, print: (line: string) => void): void {
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
    .action(async ({ final = false, ...servers }: Options) => {
      // Loaded when needed: it brings both adapters of store and log.
      const { move } = await import('./move.js');
      const { stderr } = process;
      const reporter = new Reporter((text) => stderr.write(text), stderr.isTTY, Date.now);
      const report = await move(
        { folder: readConfig().dataDir, access: readKafkaAccess(), ...servers, final },
        reporter,
      );
      print(JSON.stringify(report, undefined, 2));
    });
}
