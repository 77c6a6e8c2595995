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

  it('leaves out modules named after a kind of test, but not a feature that happens to test something', () => {
    assert.equal(roleOf('shop/shop-test-performance/docker/Dockerfile', 'dockerfile'), 'test');
    assert.equal(roleOf('shop-e2e-tests-core/src/main/java/kr/Client.java', 'java'), 'test');
    assert.equal(roleOf('agent-testweb/dubbo-testweb/src/main/java/kr/Starter.java', 'java'), 'test');
    assert.equal(roleOf('quickstart/testapp/src/main/java/kr/TestApp.java', 'java'), 'test');
    assert.equal(roleOf('server/shop-test-war/src/main/java/kr/SessionTracker.java', 'java'), 'test');
    assert.equal(roleOf('api/connection-test-v1/src/main/java/kr/ConnectionTestApi.java', 'java'), 'product');
  });

  it('leaves out what new projects are made of', () => {
    assert.equal(roleOf('utils/web-archetype/src/main/resources/archetype-resources/pom.xml', 'xml'), 'documentation');
  });

  it('leaves out settings of the pipeline', () => {
    assert.equal(roleOf('.github/settings.xml', 'xml'), 'tooling');
  });

  it('leaves out modules that hold samples, but not a package of that name', () => {
    assert.equal(roleOf('jobs-executor-samples/jobs-sample-boot/src/main/java/kr/Main.java', 'java'), 'documentation');
    assert.equal(roleOf('client/shop-plugin/demo-orders/csv/shop.xml', 'xml'), 'documentation');
    assert.equal(roleOf('shop/demo-orders/src/main/resources/beans.xml', 'xml'), 'product');
    assert.equal(roleOf('src/main/java/kr/order_samples/Orders.java', 'java'), 'product');
  });

  it('leaves out XML that is named for tests', () => {
    assert.equal(roleOf('integration/src/main/resources/applicationContext-test-security.xml', 'xml'), 'test');
    assert.equal(roleOf('src/main/resources/latest-prices.xml', 'xml'), 'product');
  });

  it('keeps the configuration of the server', () => {
    assert.equal(roleOf('src/main/webapp/WEB-INF/shop-ds.xml', 'xml'), 'product');
  });
});
