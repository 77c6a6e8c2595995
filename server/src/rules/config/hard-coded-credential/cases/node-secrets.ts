import session from 'express-session';
import { store } from './store.js';

export const options = {
  // expect-next config/hard-coded-credential warning {name=secret}
  secret: 'k3yb0ard-c4t-92x',
  store,
};
export const app = session(options);

// clean-next config/hard-coded-credential -- the name of a field in a form
export const passwordField = 'current-password';
export const errors = {
  // clean-next config/hard-coded-credential -- a text that people read
  password: 'errors.password.tooShort1',
};
