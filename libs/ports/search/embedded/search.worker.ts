import { workerData } from 'node:worker_threads';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { serveWorker } from '#platform/worker/rpc';
import type { SearchIndexSpec, SearchQuery } from '#ports/search/search';
import { type Change, SearchFile, type Target } from './search-file.js';

const { folder } = workerData as { folder: string };
let file: SearchFile | undefined;

function opened(): SearchFile {
  if (!file) throw new Error('search is closed');
  return file;
}

const methods = {
  start: () => {
    file = new SearchFile(folder, Jieba.withDict(dict));
  },
  open: (spec: SearchIndexSpec) => opened().open(spec),
  position: (index: string, target: Target) => opened().position(index, target),
  apply: (index: string, target: Target, change: Change) => opened().apply(index, target, change),
  query: (index: string, query: SearchQuery) => opened().query(index, query),
  rebuild: (index: string) => opened().rebuild(index),
  publish: (index: string, number: number) => opened().publish(index, number),
  abandon: (index: string, number: number) => opened().abandon(index, number),
  close: () => {
    file?.close();
    file = undefined;
  },
};
export type SearchMethods = typeof methods;

serveWorker(methods);
