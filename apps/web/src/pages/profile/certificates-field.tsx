import { Button, Form, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { Validity } from '#web/parts/certificates';
import { Item } from '#web/parts/form';
import { useToast } from '#web/parts/toast';
import { profileTexts } from './texts';

type Line = { name?: string; number?: string; validUntil?: string } | undefined;

/** Certificates with number and date; what runs out is seen while it is written. */
export function CertificatesField() {
  const t = useTexts(profileTexts);
  const toast = useToast();
  const form = Form.useFormInstance();
  const lines: readonly Line[] = Form.useWatch('certificates', form) ?? [];
  return (
    <Form.List name="certificates">
      {(fields, { add, remove }) => (
        <div className="stack tight">
          {fields.map(({ key, name }) => {
            const line = lines[name];
            const drop = () => {
              remove(name);
              toast.done(t.removed(line?.name || t.unnamed), { label: t.undo, run: () => add(line, name) });
            };
            return (
              <div className="certificate-line" key={key}>
                <Item name={[name, 'name']} noStyle>
                  <Input aria-label={t.certificateName} placeholder={t.certificateName} maxLength={200} />
                </Item>
                <Item name={[name, 'number']} noStyle>
                  <Input aria-label={t.certificateNumber} placeholder={t.certificateNumber} maxLength={100} />
                </Item>
                <Item name={[name, 'validUntil']} noStyle>
                  <Input type="date" aria-label={t.certificateUntil} />
                </Item>
                <div className="row apart">
                  <Validity until={line?.validUntil || undefined} />
                  <Button type="text" onClick={drop}>
                    {t.remove}
                  </Button>
                </div>
              </div>
            );
          })}
          <div>
            <Button onClick={() => add({})}>{t.addCertificate}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
