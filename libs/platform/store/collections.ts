import { Inject, type Provider } from '@nestjs/common';
import { type Collection, type CollectionSpec, type Doc, Store } from '#ports/store/store';

const token = (name: string) => `collection:${name}`;

/** Provider of a typed collection handle; the table and its indexes are made when the module starts. */
export function provideCollection<T extends Doc>(spec: CollectionSpec<T>): Provider {
  return {
    provide: token(spec.name),
    useFactory: (store: Store): Promise<Collection<T>> => store.collection(spec),
    inject: [Store],
  };
}

export const InjectCollection = <T extends Doc>(spec: CollectionSpec<T>) => Inject(token(spec.name));
