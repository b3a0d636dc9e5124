import type { Files, KeptFile } from '#ports/files/files';
import type { Reporter } from './reporter.js';
import type { Source } from './source.js';
import type { Target } from './target.js';

export interface MovedFiles {
  /** Files that were new on the target. */
  readonly files: number;
}

const PAGE = 500;

/** Makes the files of the target those of the source. A file never changes, so its id and size say whether it is there. */
export async function moveFiles(source: Source, target: Target, reporter: Reporter): Promise<MovedFiles> {
  reporter.begin('files', 0);
  const [here, there] = [every(source.files), every(target.files)];
  let [wanted, present] = [await next(here), await next(there)];
  let files = 0;
  while (wanted || present) {
    if (present && (!wanted || present.id < wanted.id)) {
      await target.files.remove(present.id);
      present = await next(there);
      continue;
    }
    if (!wanted) break;
    const isSameId = present?.id === wanted.id;
    if (!isSameId || !present?.whole || present.size !== wanted.size) {
      if (isSameId) await target.files.remove(wanted.id);
      files += await carry(source.files, target.files, wanted.id);
    }
    if (isSameId) present = await next(there);
    wanted = await next(here);
    reporter.done(1);
  }
  reporter.end();
  return { files };
}

/** A file that was taken away meanwhile is none. */
async function carry(from: Files, to: Files, id: string): Promise<number> {
  const content = await from.read(id);
  if (!content) return 0;
  await to.put(id, content);
  return 1;
}

/** All of them by id, page by page. */
async function* every(files: Files): AsyncGenerator<KeptFile> {
  for (let after: string | undefined; ; ) {
    const page = await files.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)?.id;
  }
}

const next = async (files: AsyncGenerator<KeptFile>): Promise<KeptFile | undefined> => {
  const { value, done } = await files.next();
  return done ? undefined : value;
};
