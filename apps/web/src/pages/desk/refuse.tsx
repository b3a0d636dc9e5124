import { Button, Form, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { Item, useForm } from '#web/parts/form';
import { Panel } from '#web/parts/panel';
import { deskTexts } from './texts';

/** A no with its reason, which the other side reads. */
export function Refuse({ label, send }: { readonly label: string; readonly send: (reason: string) => void }) {
  const t = useTexts(deskTexts);
  const [form] = useForm<{ reason: string }>();
  return (
    <Panel label={label} button={label} wide>
      {(close) => (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => {
            close();
            send(reason.trim());
          }}
        >
          <Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.needed }]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
          </Item>
          <Button type="primary" block htmlType="submit">
            {t.send}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
