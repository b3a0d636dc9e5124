import { Inject, Logger, type Provider } from '@nestjs/common';
import { onceAvailable } from '#platform/messaging/once-available';
import { type Collection, type CollectionSpec, type Doc, Store } from '#ports/store/store';

/** Dependency token of a collection's handle. */
export const collectionToken = ({ name }: { readonly name: string }): string => `collection:${name}`;

/** Provider of a typed collection handle; the table and its indexes are made when the module starts. */
export function provideCollection<T extends Doc>(spec: CollectionSpec<T>): Provider {
  return {
    provide: collectionToken(spec),
    useFactory: (store: Store): Promise<Collection<T>> => {
      const logger = new Logger('store');
      return onceAvailable(
        `collection ${spec.name}`,
        () => store.collection(spec),
        (line) => logger.warn(line),
      );
    },
    inject: [Store],
  };
}

export const InjectCollection = <T extends Doc>(spec: CollectionSpec<T>) => Inject(collectionToken(spec));
