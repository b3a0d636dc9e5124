import { Button, Form, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Item } from '#web/parts/form';
import { Pick } from '#web/parts/pick';
import { useToast } from '#web/parts/toast';
import { type Hint, hintOf, MANY_MUSTS, mustsOf, UNITS } from './hints';
import { writeTexts } from './texts';
import type { DemandValues } from './values';

interface RowProps {
  readonly at: number;
  readonly hint: Hint | undefined;
  readonly drop: () => void;
}

function Row({ at, hint, drop }: RowProps) {
  const t = useTexts(writeTexts);
  const w = useTexts(words);
  const levels = [
    { value: 'must', label: w.must },
    { value: 'nice', label: w.nice },
  ];
  return (
    <fieldset className="requirement plain-set" aria-label={t.requirement(at + 1)}>
      <Item name={[at, 'name']} className="tight-item">
        <Input aria-label={t.item} placeholder={t.itemExample} maxLength={100} />
      </Item>
      <Item name={[at, 'target']} className="tight-item">
        <Input aria-label={t.target} placeholder={t.targetExample} maxLength={200} />
      </Item>
      <Item name={[at, 'unit']} className="tight-item">
        <Input aria-label={t.unit} placeholder={t.unit} maxLength={20} list="units" />
      </Item>
      <Item name={[at, 'level']} className="tight-item" initialValue="must">
        <Pick label={t.level} options={levels} />
      </Item>
      <Item name={[at, 'testMethod']} className="tight-item">
        <Input aria-label={t.test} placeholder={t.testExample} maxLength={500} />
      </Item>
      <Button type="text" onClick={drop} aria-label={`${t.remove} ${t.requirement(at + 1)}`}>
        {t.remove}
      </Button>
      {hint && (
        <p className="soft small requirement-hint" role="note">
          {t.hint[hint]}
        </p>
      )}
    </fieldset>
  );
}

/** The table of requirements: name, target with unit, must or nice, how it is tested. */
export function RequirementsField() {
  const t = useTexts(writeTexts);
  const toast = useToast();
  const form = Form.useFormInstance<DemandValues>();
  const lines = Form.useWatch('requirements', form) ?? [];
  const musts = mustsOf(lines);
  return (
    <Form.List name="requirements">
      {(fields, { add, remove }) => (
        <div className="stack tight">
          {fields.map(({ key, name }) => {
            const drop = () => {
              const line: unknown = form.getFieldValue(['requirements', name]);
              remove(name);
              toast.done(t.removed, { label: t.undo, run: () => add(line, name) });
            };
            return <Row key={key} at={name} hint={hintOf(lines[name])} drop={drop} />;
          })}
          {musts > MANY_MUSTS && <p className="notice-line warn">{t.hint.musts(musts)}</p>}
          <datalist id="units">
            {UNITS.map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
          <div>
            <Button onClick={() => add({ level: 'must' })}>{t.add}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
