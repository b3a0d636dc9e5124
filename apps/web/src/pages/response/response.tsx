import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { responseQuery } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { Async } from '#web/parts/state';

/** Where a notice about a response leads: the firm to what it wrote, the leader to all of the demand. */
export default function ResponsePage() {
  const { id = '' } = useParams();
  const own = useMe()?.organisation?.id;
  const response = useQuery(responseQuery(id));
  return (
    <Async of={response}>
      {({ demandId, organisationId }) => (
        <Navigate
          replace
          to={organisationId === own ? `/demands/${demandId}/respond` : `/my/demands/${demandId}/responses`}
        />
      )}
    </Async>
  );
}
