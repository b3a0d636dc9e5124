import { Button, Form, Input } from 'antd';
import { texts, useTexts } from '#web/i18n/texts';
import { Item, useForm } from './form';
import { Panel } from './panel';

const refuseTexts = texts({
  zh: { reason: '原因（对方可以看到）', needed: '请写明原因，对方才知道怎么改', send: '确定' },
  en: { reason: 'Reason (they will read it)', needed: 'Say why, so that they know what to change', send: 'Send' },
});

/** A no with its reason, which the other side reads. */
export function Refuse({ label, send }: { readonly label: string; readonly send: (reason: string) => void }) {
  const t = useTexts(refuseTexts);
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
