import assert from 'node:assert/strict';
import { spoken } from '../../../server/src/rules/state/in-memory-token/revoked.js';

describe('tables of revoked tokens', () => {
  it('are spoken of by what the other replica goes on accepting', () => {
    assert.equal(spoken('code', 'blacklistedTokens', 'TokenService'), 'revoked');
    assert.equal(spoken('code', 'tokens', 'RevokedTokenStore'), 'revoked');
  });

  it('are told apart from issued tokens and from logins', () => {
    assert.equal(spoken('code', 'resetTokens', 'PasswordReset'), 'code');
    assert.equal(spoken('login', 'loggedOutUsers', 'Sessions'), 'login');
  });
});
