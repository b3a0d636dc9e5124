import type { Registration, SeatOffer } from '../events.store.js';
import type { SeatAskedView, SeatOfferView } from './seat-offer.dto.js';

/** An offer as staff see it. */
export function seatOfferView(offer: SeatOffer): SeatOfferView {
  const { id, absentId, absentName, leaderId, leaderName, smeId, smeName } = offer;
  const { slot, from, to, status, answerBy, answers, createdAt } = offer;
  return {
    ...{ id, absentId, absentName, leaderId, leaderName, smeId, smeName },
    ...{ slot, from, to, status, answerBy, answers, createdAt },
  };
}

/** An offer as one of its sides sees it: what the other has said is not told, nor who does not come. */
export function seatAskedView(
  offer: SeatOffer,
  own: Pick<Registration, 'side' | 'organisationName' | 'representatives'>,
): SeatAskedView {
  const { id, from, to, answerBy, status, answers, leaderId, leaderName, leaderPerson } = offer;
  const asks = own.side === 'leader';
  const person = asks ? leaderPerson : offer.smePerson;
  const said = answers[own.side];
  return {
    ...{ id, from, to, answerBy, status },
    organisationId: asks ? offer.smeId : leaderId,
    organisationName: asks ? offer.smeName : leaderName,
    myPerson: own.representatives.find((one) => one.id === person)?.name ?? own.organisationName,
    ...(said ? { yes: said.yes } : {}),
  };
}
