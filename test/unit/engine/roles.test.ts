import assert from 'node:assert/strict';
import { roleOf } from '../../../server/src/engine/roles.js';

describe('roleOf', () => {
  it('leaves a mobile client out in every language', () => {
    assert.equal(roleOf('cordova/www/WEB-INF/shop-ds.xml', 'xml'), 'browser');
    assert.equal(roleOf('app/cordova/platforms/Main.java', 'java'), 'browser');
  });

  it('leaves out what a bundler cut into pieces, but not a folder of that name', () => {
    assert.equal(roleOf('client/chunks/Avatar-BarR7CBd.js', 'typescript'), 'generated');
    assert.equal(roleOf('src/chunks/split.ts', 'typescript'), 'product');
  });

  it('keeps the configuration of the server', () => {
    assert.equal(roleOf('src/main/webapp/WEB-INF/shop-ds.xml', 'xml'), 'product');
  });
});
