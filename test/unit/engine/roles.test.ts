import assert from 'node:assert/strict';
import { roleOf } from '../../../server/src/engine/roles.js';

describe('roleOf', () => {
  it('leaves a mobile client out in every language', () => {
    assert.equal(roleOf('cordova/www/WEB-INF/shop-ds.xml', 'xml'), 'browser');
    assert.equal(roleOf('app/cordova/platforms/Main.java', 'java'), 'browser');
  });

  it('keeps the configuration of the server', () => {
    assert.equal(roleOf('src/main/webapp/WEB-INF/shop-ds.xml', 'xml'), 'product');
  });
});
