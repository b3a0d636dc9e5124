import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Async, Bones, Empty } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { claimableQuery, claimsQuery, useClaim } from './queries';
import { profileTexts } from './texts';

/** Claims under way and their answers. */
function Claims() {
  const t = useTexts(profileTexts);
  const w = useTexts(words);
  const { data = [] } = useQuery(claimsQuery);
  if (data.length === 0) return null;
  return (
    <section className="card stack tight">
      <h2>{t.claims}</h2>
      {data.map((claim) => (
        <div className="row apart" key={claim.id}>
          <span>
            {claim.firmName}
            {claim.reason && <span className="soft"> · {claim.reason}</span>}
          </span>
          <Tag tone={claim.status === 'requested' ? 'warn' : claim.status === 'accepted' ? 'good' : 'bad'}>
            {nameOf(w.claimStatus, claim.status)}
          </Tag>
        </div>
      ))}
    </section>
  );
}

/** For a firm without a profile: the imported ones that may be its own, or `write` a new one. */
export function ClaimOrWrite({ write }: { readonly write: ReactNode }) {
  const t = useTexts(profileTexts);
  const toast = useToast();
  const candidates = useQuery(claimableQuery);
  const { data: claims = [] } = useQuery(claimsQuery);
  const claim = useClaim();
  const asked = new Set(claims.filter(({ status }) => status === 'requested').map(({ profileId }) => profileId));
  const ask = (id: string) =>
    claim.mutate(id, { onSuccess: () => toast.done(t.claimed), onError: (error) => toast.failed(error) });
  return (
    <>
      <Claims />
      <Async of={candidates} bones={<Bones count={2} height={96} />}>
        {(profiles) =>
          profiles.length === 0 ? (
            <div className="card">
              <Empty title={t.noClaim} hint={t.noClaimHint}>
                {write}
              </Empty>
            </div>
          ) : (
            <section className="card stack">
              <div>
                <h2>{t.claimTitle}</h2>
                <p className="soft">{t.claimHint}</p>
              </div>
              {profiles.map(({ id, name, region, creditCode }) => (
                <div className="row apart" key={id}>
                  <div>
                    <strong>{name}</strong>
                    <p className="soft small">{[region, creditCode].filter(Boolean).join(' · ')}</p>
                  </div>
                  <Button
                    type="primary"
                    disabled={asked.has(id)}
                    loading={claim.isPending && claim.variables === id}
                    onClick={() => ask(id)}
                  >
                    {t.claim}
                  </Button>
                </div>
              ))}
              <div className="row">
                <span className="soft">{t.writeOwn}</span>
                {write}
              </div>
            </section>
          )
        }
      </Async>
    </>
  );
}
