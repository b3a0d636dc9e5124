import type { Registration } from '../events.store.js';
import type { RegistrationView } from './registration.dto.js';
import { registrationState } from './registration.rules.js';

/** A registration as its organisation and staff see it. */
export function registrationView(registration: Registration): RegistrationView {
  const { wishes, blocked, code } = registration;
  return { ...registrationState(registration), wishes, blocked, code } as RegistrationView;
}
