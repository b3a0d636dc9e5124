import { Button, Form, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Item } from '#web/parts/form';
import { Pick } from '#web/parts/pick';
import { Tag } from '#web/parts/tag';
import { respondTexts } from './texts';
import type { Condition } from './values';

/** One condition of the demand, and what the firm says to it. */
function Answer({ condition: { key, name, target, must } }: { readonly condition: Condition }) {
  const t = useTexts(respondTexts);
  const w = useTexts(words);
  const options = Object.entries(t.meets).map(([value, label]) => ({ value, label }));
  return (
    <fieldset className="plain-set stack tight" aria-label={name}>
      <div className="row">
        <Tag tone={must ? 'clay' : 'plain'}>{must ? w.must : w.nice}</Tag>
        <strong>{name}</strong>
        <span>{target}</span>
      </div>
      <Item name={['answers', key, 'meets']} className="tight-item" initialValue="meet">
        <Pick label={t.meetsLabel(name)} options={options} />
      </Item>
      <Item name={['answers', key, 'how']} className="tight-item">
        <Input.TextArea aria-label={t.how(name)} placeholder={t.howHint} autoSize={{ minRows: 2 }} maxLength={2000} />
      </Item>
      <Item name={['answers', key, 'evidence']} className="tight-item">
        <Input.TextArea aria-label={t.evidence(name)} placeholder={t.evidenceHint} autoSize maxLength={5000} />
      </Item>
    </fieldset>
  );
}

export function Answers({ conditions }: { readonly conditions: readonly Condition[] }) {
  const t = useTexts(respondTexts);
  return (
    <section className="card stack">
      <h2>{t.conditions}</h2>
      {conditions.length === 0 && <p className="soft">{t.noConditions}</p>}
      {conditions.map((condition) => (
        <Answer key={condition.key} condition={condition} />
      ))}
    </section>
  );
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly type?: 'date' | 'time';
  readonly max?: number;
}

interface RowsProps {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
}

/** A list of rows with the same columns. */
export function Rows({ name, title, columns }: RowsProps) {
  const t = useTexts(respondTexts);
  return (
    <section className="card stack tight">
      <h2>{title}</h2>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <div className="stack tight">
            {fields.map(({ key, name: at }) => (
              <fieldset className="plain-set row" key={key} aria-label={`${title} ${at + 1}`}>
                {columns.map(({ name: column, label, type, max }) => (
                  <Item key={column} name={[at, column]} className="tight-item">
                    <Input aria-label={label} placeholder={label} maxLength={max ?? 60} {...(type ? { type } : {})} />
                  </Item>
                ))}
                <Button type="text" aria-label={t.remove(at + 1)} onClick={() => remove(at)}>
                  ✕
                </Button>
              </fieldset>
            ))}
            <div>
              <Button onClick={() => add({})}>{t.add}</Button>
            </div>
          </div>
        )}
      </Form.List>
    </section>
  );
}
