import assert from 'node:assert/strict';
import { holdsTests } from '../../../server/src/engine/maven-tests.js';

const pom = (inner: string): string => `<project><modelVersion>4.0.0</modelVersion>${inner}</project>`;

describe('modules of tests', () => {
  it('go by what the module is called or said to be', () => {
    assert.ok(holdsTests(pom('<name>Shop FIT</name><description>Shop Full Integration Test</description>')));
    assert.ok(holdsTests(pom('<artifactId>shop-it</artifactId><name>shop-integrated-test</name>')));
    assert.ok(holdsTests(pom('<description>\n  This module contains performance tests.\n</description>')));
  });
  it('are none where others, the product or its build are spoken of', () => {
    assert.ok(!holdsTests(pom('<name>Shop</name><dependencies><dependency><name>Integration Tests</name></dependency></dependencies>')), 'a dependency');
    assert.ok(!holdsTests(pom('<name>Shop</name><build><plugins><plugin><name>Integration Tests</name></plugin></plugins></build>')), 'a plugin');
    assert.ok(!holdsTests(pom('<!-- <name>Integration Tests</name> --><name>Shop</name>')), 'a comment');
    assert.ok(!holdsTests(pom('<name>Online Tests</name><description>Lets students take tests</description>')), 'a product about tests');
    assert.ok(!holdsTests(pom('<name>Integration Test Runner as a Service</name>')), 'a product for testing');
    assert.ok(!holdsTests(pom(`<name>Platform</name><description>Configuration of the platform, which the server itself starts with and which is used by all of our integration tests</description>`)), 'a long text');
  });
});
