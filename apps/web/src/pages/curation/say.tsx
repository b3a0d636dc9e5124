import { Button, Form, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { Item, useForm } from '#web/parts/form';
import { Panel } from '#web/parts/panel';
import { curationTexts } from './texts';

interface SayProps {
  readonly button: string;
  readonly label: string;
  readonly field: string;
  readonly needed: boolean;
  readonly send: (text: string) => void;
}

/** A button that asks for a word before it does what it says. */
export function Say({ button, label, field, needed, send }: SayProps) {
  const t = useTexts(curationTexts);
  const [form] = useForm<{ text?: string }>();
  return (
    <Panel label={label} button={button} wide>
      {(close) => (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ text = '' }) => {
            close();
            send(text.trim());
          }}
        >
          <Item name="text" label={field} rules={[{ required: needed, whitespace: true, message: t.reasonNeeded }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Item>
          <Button type="primary" block htmlType="submit">
            {t.ok}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
