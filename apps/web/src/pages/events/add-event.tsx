import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api, type Schemas, take } from '#web/api/client';
import { useTexts } from '#web/i18n/texts';
import { Item, Refusal, useForm } from '#web/parts/form';
import { useToast } from '#web/parts/toast';
import { eventsTexts } from './texts';

interface NewEvent {
  readonly title: string;
  readonly place?: string;
  readonly from: string;
  readonly to: string;
  readonly slotMinutes: 15 | 20 | 30;
  readonly tables: number;
}

/** Staff plan an event: its day, slots and tables; the rest is on its desk. */
export function AddEvent() {
  const t = useTexts(eventsTexts);
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = useForm<NewEvent>();
  const add = useMutation({
    mutationFn: (body: Schemas['MatchmakingInput']) => take(api.POST('/api/v1/matchmaking-events', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  });
  const needed = [{ required: true, message: t.needed }];
  const send = ({ from, to, ...rest }: NewEvent) =>
    add.mutate(
      { ...rest, sessions: [{ from: new Date(from).toISOString(), to: new Date(to).toISOString() }] },
      {
        onSuccess: ({ id }) => {
          toast.done(t.created);
          void navigate(`/events/${id}/desk`);
        },
      },
    );
  return (
    <section className="card stack">
      <h2>{t.add}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        initialValues={{ slotMinutes: 20, tables: 10 }}
      >
        <Refusal error={add.error} form={form} />
        <Item name="title" label={t.name} rules={needed}>
          <Input maxLength={120} />
        </Item>
        <Item name="place" label={t.place}>
          <Input maxLength={200} />
        </Item>
        <div className="form-grid">
          <Item name="from" label={t.begins} rules={needed}>
            <Input type="datetime-local" />
          </Item>
          <Item name="to" label={t.ends} rules={needed}>
            <Input type="datetime-local" />
          </Item>
          <Item name="slotMinutes" label={t.minutes}>
            <Select options={[15, 20, 30].map((value) => ({ value, label: value }))} />
          </Item>
          <Item name="tables" label={t.tableCount} rules={needed}>
            <InputNumber min={1} max={500} />
          </Item>
        </div>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t.create}
        </Button>
      </Form>
    </section>
  );
}
