import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Demand, type Schemas, take } from '#web/api/client';
import { USUAL_MS } from '#web/api/proposals';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { ChooseFirms, type Choosing, choosingOf, chosenInput } from '#web/parts/choose-firms';
import { Async, Bones } from '#web/parts/state';
import { Tag, type Tone } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';

const chosenTexts = texts({
  zh: {
    title: '定向企业',
    hint: '只有这些企业能看到这条需求；它们互相不知道还邀请了谁。',
    order: { 'at-once': '同时邀请', 'in-turn': '依次邀请' },
    days: (days: number) => `每家 ${days} 天`,
    states: {
      waiting: '等待中',
      asked: '已邀请',
      answered: '已揭榜',
      declined: '已谢绝',
      withdrew: '已撤回揭榜',
      rejected: '未选中',
      'ran-out': '逾期未答复',
      gone: '已不能邀请',
      removed: '已移出',
    },
    until: (when: string) => `答复截止 ${when}`,
    ended: (when: string) => `${when}结束`,
    unreachable: '未入驻，由工作人员邀请入驻后可见',
    why: '查看匹配理由',
    change: '调整企业',
    save: '保存',
    cancel: '不改了',
    done: '已更新',
    open: '公开给所有人',
    sure: '公开后所有人都能看到，不能再改回定向。',
    openNow: '确定公开',
    notOpen: '发布后开始邀请。',
    turn: '前一家谢绝、撤回、逾期或被您答复不合适后，才邀请下一家。',
    others: '现在邀请其余企业',
    othersSure: '等待中的企业会马上都收到邀请，不再依次。',
    othersNow: '全部邀请',
  },
  en: {
    title: 'Chosen firms',
    hint: 'Only these firms see the demand; none of them knows who else is asked.',
    order: { 'at-once': 'All at once', 'in-turn': 'One after the other' },
    days: (days) => `${days} days each`,
    states: {
      waiting: 'Waits',
      asked: 'Asked',
      answered: 'Has responded',
      declined: 'Declined',
      withdrew: 'Withdrew',
      rejected: 'Rejected',
      'ran-out': 'Term ran out',
      gone: 'Cannot be asked',
      removed: 'Taken out',
    },
    until: (when) => `until ${when}`,
    ended: (when) => `ended ${when}`,
    unreachable: 'No account yet; staff invite it',
    why: 'Reasons',
    change: 'Change the choice',
    save: 'Save',
    cancel: 'Leave it',
    done: 'Done',
    open: 'Open it to everybody',
    sure: 'Everybody will see it, and it cannot be kept to chosen firms again.',
    openNow: 'Open it',
    notOpen: 'Firms are asked once it is published.',
    turn: 'The next is asked when the one before declines, withdraws, runs out of time, or you say that it is not the one.',
    others: 'Ask the others now',
    othersSure: 'All that wait are asked at once, not in turn any more.',
    othersNow: 'Ask them all',
  },
});

const TONES: Readonly<Record<string, Tone>> = {
  asked: 'accent',
  answered: 'good',
  waiting: 'plain',
  'ran-out': 'warn',
};

const listQuery = (demand: Demand) =>
  queryOptions({
    queryKey: ['demands', demand.id, 'chosen', demand.version],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/chosen-firms', { params: { path: { id: demand.id } } })),
    // It follows from the demand in a moment, and then from what the firms do.
    refetchInterval: USUAL_MS,
    retry: 5,
  });

const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['demands', id, 'candidates'],
    queryFn: () => take(api.GET('/api/v1/demands/{id}/candidates', { params: { path: { id } } })),
  });

function useChoose({ id, version }: Demand) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choosing: Choosing) => {
      const params = { path: { id }, header: { 'If-Match': String(version) } };
      const body = chosenInput(choosing);
      return body
        ? take(api.PUT('/api/v1/demands/{id}/chosen-firms', { params, body }))
        : take(api.DELETE('/api/v1/demands/{id}/chosen-firms', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['demands'] }),
  });
}

function Row({ firm }: { readonly firm: Schemas['AskedFirmView'] }) {
  const t = useTexts(chosenTexts);
  const { time, ago } = useFormat();
  const { state, firmId, firmName, askedUntil, endedAt, reachable, proposalId } = firm;
  return (
    <li className="row apart">
      <div className="stack tight">
        <div className="row">
          <Link to={`/firms/${firmId}`}>{firmName}</Link>
          <Tag tone={TONES[state] ?? 'plain'}>{nameOf(t.states, state)}</Tag>
        </div>
        {state === 'asked' && askedUntil && <p className="soft small">{t.until(time(askedUntil))}</p>}
        {endedAt && <p className="soft small">{t.ended(ago(endedAt))}</p>}
        {reachable === false && <p className="soft small">{t.unreachable}</p>}
      </div>
      {proposalId && <Link to={`/proposals/${proposalId}`}>{t.why}</Link>}
    </li>
  );
}

function Change({ demand, close }: { readonly demand: Demand; readonly close: () => void }) {
  const t = useTexts(chosenTexts);
  const toast = useToast();
  const choose = useChoose(demand);
  const { data } = useQuery(candidatesQuery(demand.id));
  const [value, setValue] = useState(choosingOf(demand.chosen));
  const save = () =>
    choose.mutate(value, {
      onSuccess: () => {
        toast.done(t.done);
        close();
      },
      onError: (error) => toast.failed(error),
    });
  return (
    <div className="stack">
      <ChooseFirms
        value={value}
        onChange={setValue}
        fitting={data?.firms ?? []}
        error={choose.error}
        without="everybody"
      />
      <div className="row">
        <Button type="primary" loading={choose.isPending} onClick={save}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </div>
  );
}

interface WidenProps {
  readonly demand: Demand;
  readonly to: Choosing['to'];
  readonly label: string;
  /** What it does, and the button that does it. */
  readonly sure: string;
  readonly action: string;
}

/** Shows it to more firms now, after a word of warning. */
function Widen({ demand, to, label, sure, action }: WidenProps) {
  const t = useTexts(chosenTexts);
  const toast = useToast();
  const choose = useChoose(demand);
  const [asked, ask] = useState(false);
  if (!asked) return <Button onClick={() => ask(true)}>{label}</Button>;
  const widen = () =>
    choose.mutate(
      { ...choosingOf(demand.chosen), to },
      { onSuccess: () => toast.done(t.done), onError: (error) => toast.failed(error) },
    );
  return (
    <div className="notice-line warn stack tight" role="alert">
      <p>{sure}</p>
      <div className="row">
        <Button danger loading={choose.isPending} onClick={widen}>
          {action}
        </Button>
        <Button onClick={() => ask(false)}>{t.cancel}</Button>
      </div>
    </div>
  );
}

interface ChosenFirmsProps {
  readonly demand: Demand;
  readonly chosen: NonNullable<Demand['chosen']>;
}

/** The firms that a demand is shown to and nobody else: how far each has come, and how the choice is changed. */
export function ChosenFirms({ demand, chosen }: ChosenFirmsProps) {
  const t = useTexts(chosenTexts);
  const list = useQuery(listQuery(demand));
  const [changing, change] = useState(false);
  const { status, wanted = 1 } = demand;
  const waits = list.data?.firms.some(({ state }) => state === 'waiting') ?? false;
  const inTurn = status === 'published' && chosen.order === 'in-turn' && waits;
  const term = [nameOf(t.order, chosen.order), ...(chosen.days ? [t.days(chosen.days)] : [])].join(' · ');
  return (
    <section className="card stack" aria-label={t.title}>
      <div>
        <h2>{t.title}</h2>
        <p className="soft">{t.hint}</p>
        <p className="small">{term}</p>
        {inTurn && <p className="soft small">{t.turn}</p>}
        {status !== 'published' && status !== 'closed' && <p className="soft small">{t.notOpen}</p>}
      </div>
      {changing ? (
        <Change demand={demand} close={() => change(false)} />
      ) : (
        <>
          <Async of={list} bones={<Bones count={2} height={48} />}>
            {({ firms }) => (
              <ul className="stack tight">
                {firms.map((firm) => (
                  <Row key={firm.firmId} firm={firm} />
                ))}
              </ul>
            )}
          </Async>
          {status !== 'closed' && (
            <div className="row">
              <Button onClick={() => change(true)}>{t.change}</Button>
              {inTurn && wanted > 1 && (
                <Widen demand={demand} to="at-once" label={t.others} sure={t.othersSure} action={t.othersNow} />
              )}
              <Widen demand={demand} to="everybody" label={t.open} sure={t.sure} action={t.openNow} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
