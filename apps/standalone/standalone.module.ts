import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CapabilityModule } from '#contexts/capability/capability.module';
import { DemandModule } from '#contexts/demand/demand.module';
import { OPERATOR_SECRET } from '#contexts/identity/authenticate';
import { IdentityModule } from '#contexts/identity/identity.module';
import { MatchingModule } from '#contexts/matching/matching.module';
import { NotificationModule } from '#contexts/notification/notification.module';
import { SearchModule } from '#contexts/search/search.module';
import { AccessGuard } from '#platform/access/access.guard';
import { CONFIG, type Config } from '#platform/config/config';
import { HealthModule } from '#platform/health/health.module';
import { OperationsModule } from '#platform/operations/operations.module';
import { Clock } from '#platform/time/clock';
import { Log } from '#ports/log/log';
import { Search } from '#ports/search/search';
import { Store } from '#ports/store/store';

/** What the process is made of. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly search: Search;
  readonly clock: Clock;
  readonly operatorSecret: string;
}

@Global()
@Module({})
class PartsModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: parts.config },
      { provide: Store, useValue: parts.store },
      { provide: Log, useValue: parts.log },
      { provide: Search, useValue: parts.search },
      { provide: Clock, useValue: parts.clock },
      { provide: OPERATOR_SECRET, useValue: parts.operatorSecret },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

/** Every context in one process. */
@Module({})
export class StandaloneModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        PartsModule.of(parts),
        HealthModule,
        OperationsModule,
        IdentityModule,
        DemandModule,
        CapabilityModule,
        MatchingModule,
        NotificationModule,
        SearchModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
