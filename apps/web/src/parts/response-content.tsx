import type { Demand } from '#web/api/client';
import type { Response } from '#web/api/engagements';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Facts, useMoney } from './demand-facts';
import { Tag } from './tag';

const contentTexts = texts({
  zh: {
    meets: { meet: '满足', partly: '部分满足' },
    plan: '方案',
    team: '团队',
    milestones: '进度节点',
    price: '报价',
    ip: '知识产权',
    times: '可面谈的时间',
  },
  en: {
    meets: { meet: 'Met', partly: 'In part' },
    plan: 'Plan',
    team: 'Team',
    milestones: 'Milestones',
    price: 'Price',
    ip: 'Intellectual property',
    times: 'Can meet',
  },
});

/** What the firm says to each condition. */
function Answers({ response, demand }: { readonly response: Response; readonly demand: Demand | undefined }) {
  const t = useTexts(contentTexts);
  const names = new Map((demand?.requirements ?? []).map(({ id, name }) => [id, name]));
  return (
    <ul className="stack tight">
      {(response.answers ?? []).map(({ requirement, meets, how, evidence = [] }) => (
        <li key={requirement}>
          <div className="row">
            <Tag tone={meets === 'meet' ? 'good' : 'warn'}>{nameOf(t.meets, meets)}</Tag>
            <strong>{names.get(requirement) ?? requirement.replace(/^certificate:/, '')}</strong>
          </div>
          {how && <p className="pre">{how}</p>}
          {evidence.map((line) => (
            <p className="soft small" key={line}>
              {line}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Content({ response }: { readonly response: Response }) {
  const t = useTexts(contentTexts);
  const { day, time } = useFormat();
  const money = useMoney();
  const { price, team = [], milestones = [], freeTimes = [] } = response;
  return (
    <Facts
      facts={[
        [t.plan, response.plan],
        [t.price, price && [money(price), price.unit].filter(Boolean).join(' / ')],
        [t.team, team.map(({ name, role }) => `${name}（${role}）`).join('\n')],
        [t.milestones, milestones.map(({ name, day: on }) => `${day(on)} ${name}`).join('\n')],
        [t.ip, response.ip],
        [t.times, freeTimes.map(({ from }) => time(from)).join('\n')],
      ]}
    />
  );
}

interface ResponseContentProps {
  readonly response: Response;
  readonly demand: Demand | undefined;
}

/** What a firm has written: its answer to each condition of the demand, its plan, price and team. */
export function ResponseContent({ response, demand }: ResponseContentProps) {
  return (
    <>
      <Answers response={response} demand={demand} />
      <Content response={response} />
    </>
  );
}
