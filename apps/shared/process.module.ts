import { type DynamicModule, Global, Module, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OPERATOR_SECRET } from '#contexts/identity/authenticate';
import { AccessGuard } from '#platform/access/access.guard';
import { Identifier } from '#platform/access/identifier';
import { CONFIG, type Config } from '#platform/config/config';
import { HealthModule } from '#platform/health/health.module';
import { Clock } from '#platform/time/clock';
import { Files } from '#ports/files/files';
import { Log } from '#ports/log/log';
import { Search } from '#ports/search/search';
import { Store } from '#ports/store/store';

/** What a process is made of. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  /** Where the search context is hosted. */
  readonly search?: Search;
  /** Where the engagement context is hosted. */
  readonly files?: Files;
  /** Where the identity context is hosted. */
  readonly operatorSecret?: string;
}

@Global()
@Module({})
class PartsModule {
  static of({ config, store, log, clock, search, files, operatorSecret }: Parts): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Store, useValue: store },
      { provide: Log, useValue: log },
      { provide: Clock, useValue: clock },
      ...(search ? [{ provide: Search, useValue: search }] : []),
      ...(files ? [{ provide: Files, useValue: files }] : []),
      ...(operatorSecret ? [{ provide: OPERATOR_SECRET, useValue: operatorSecret }] : []),
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

/** A process: its parts, the contexts it hosts, health, and how it finds out who asks. */
@Module({})
export class ProcessModule {
  static of(parts: Parts, contexts: readonly Type<unknown>[], identifier: Provider<Identifier>): DynamicModule {
    return {
      module: ProcessModule,
      imports: [PartsModule.of(parts), HealthModule, ...contexts],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }, identifier],
      exports: [Identifier],
    };
  }
}
