import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Circle, demandFilesQuery } from '#web/api/attachments';
import { texts, useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Attach, Attachments, CIRCLES } from './attachments';
import { Pick } from './pick';
import { Async, Bones } from './state';

const demandFilesTexts = texts({
  zh: {
    title: '需求附件',
    circle: '新文件的公开范围',
    hint: '图纸等保密文件请保留为“签保密协议后可见”：企业签署后才能看到文件名和内容，PDF 和图片会标上下载人。Office 文件不加水印。',
    withheld: (count: number) => `另有 ${count} 个文件，签署保密协议或经需求方指定后可见。`,
  },
  en: {
    title: 'Files of the demand',
    circle: 'Who may read new files',
    hint: 'Leave drawings and the like at “after an NDA”: firms see name and content only then, and PDF and pictures say who has taken them. Office files carry no mark.',
    withheld: (count) => `${count} more, seen after an NDA or once the owner names you.`,
  },
});

interface DemandFilesProps {
  readonly demandId: string;
  /** The reader is its owner. */
  readonly own?: boolean;
}

/** Files of a demand that the reader's stage allows; its owner adds some and says who may read them. */
export function DemandFiles({ demandId, own = false }: DemandFilesProps) {
  const t = useTexts(demandFilesTexts);
  const w = useTexts(words);
  const files = useQuery(demandFilesQuery(demandId));
  const [circle, setCircle] = useState<Circle>('nda');
  const { items = [], withheld = 0 } = files.data ?? {};
  if (!own && files.data && items.length + withheld === 0) return null;
  return (
    <section className="card stack tight no-print" aria-label={t.title}>
      <h2>{t.title}</h2>
      {own && (
        <>
          <p className="soft small">{t.hint}</p>
          <Pick
            label={t.circle}
            value={circle}
            options={CIRCLES.map((value) => ({ value, label: w.disclosure[value] }))}
            onChange={(value) => setCircle(value as Circle)}
          />
          <Attach place={{ demand: demandId, disclosure: circle }} />
        </>
      )}
      <Async of={files} bones={<Bones count={1} height={48} />}>
        {() => (
          <>
            {(own || items.length > 0) && <Attachments files={items} changes={own} />}
            {withheld > 0 && <p className="soft small">{t.withheld(withheld)}</p>}
          </>
        )}
      </Async>
    </section>
  );
}
