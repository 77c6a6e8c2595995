import assert from 'node:assert/strict';
import { endpointsIn, hostKind, tiesToNetwork } from '../../../server/src/syntax/endpoint.js';

function hosts(value: string, bare = true): readonly string[] {
  return endpointsIn(value, bare).map(({ host, kind, start, end }) => {
    assert.equal(value.slice(start, end).toLowerCase(), host, `${value}: the span holds the host`);
    return `${host} ${kind}`;
  });
}

describe('endpointsIn', () => {
  it('reads JDBC URLs of many vendors', () => {
    const kinds: Readonly<Record<string, readonly string[]>> = {
      'jdbc:mysql://10.1.2.3:3306/shop': ['10.1.2.3 private'],
      'jdbc:log4jdbc:mysql://127.0.0.1:3306/shop': ['127.0.0.1 loopback'],
      'jdbc:mysql://a.acme.com:3306,b.acme.com/shop': ['a.acme.com name', 'b.acme.com name'],
      'jdbc:oracle:thin:@orders:1521:XE': ['orders single-label'],
      'jdbc:oracle:thin:scott/tiger@//db.acme.com:1521/XE': ['db.acme.com name'],
      'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=10.0.0.8)(PORT=1521)))': ['10.0.0.8 private'],
      'jdbc:tibero:thin:@192.168.0.9:8629:tibero': ['192.168.0.9 private'],
      'jdbc:cubrid:localhost:33000:shop:::': ['localhost loopback'],
      'jdbc:sqlserver://db.shop.internal:1433;databaseName=shop': ['db.shop.internal internal'],
      'jdbc:h2:mem:shop': [],
      'jdbc:tc:postgresql:16:///shop': [],
    };
    for (const [url, expected] of Object.entries(kinds)) assert.deepEqual(hosts(url), expected, url);
  });

  it('knows that a JDBC URL without a host asks its own machine', () => {
    for (const url of ['jdbc:postgresql:shop', 'jdbc:postgresql:/shop', 'jdbc:postgresql:q?ssl=true', 'jdbc:mysql:///shop', 'jdbc:mariadb:///shop?useSSL=false']) {
      const [only, ...more] = endpointsIn(url, true);
      assert.deepEqual([only?.host, only?.kind, more.length], ['localhost', 'loopback', 0], url);
      assert.match(url.slice(only?.start, only?.end), /^(?:shop|q)$/);
    }
    for (const url of ['jdbc:postgresql:', 'jdbc:postgresql:${DB}', 'jdbc:sqlite:shop', 'jdbc:derby:shop', 'jdbc:hsqldb:mem:shop']) assert.deepEqual(endpointsIn(url, true), [], url);
  });

  it('drops user and password of a URL', () => {
    assert.deepEqual(hosts('mongodb://root:p@ss@mongo-0:27017,mongo-1:27017/shop'), ['mongo-0 single-label', 'mongo-1 single-label']);
  });

  it('reads nothing from texts, placeholders and addresses of no machine', () => {
    for (const value of ['Open http://localhost:8080', '${HOST:localhost}', 'http://${HOST}:8080', '0.0.0.0', '255.255.255.0', '224.0.0.1', '10.0.0.0', '192.0.2.7', 'vm://localhost', '@db.host@', 'http://example.com', 'http://your-host/', 'http://CALL_SERVER/login', 'CALL_SERVER:8080']) {
      assert.deepEqual(hosts(value), [], value);
    }
  });

  it('takes a host alone only when asked', () => {
    assert.deepEqual(hosts('localhost:9092,kafka-1:9092'), ['localhost loopback', 'kafka-1 single-label']);
    assert.deepEqual(hosts('localhost', false), []);
  });

  it('tells a port that is filled in', () => {
    assert.deepEqual(endpointsIn('http://localhost:\u2047/x', true).map(({ port }) => port), ['unknown']);
    assert.deepEqual(endpointsIn('http://localhost/x', true).map(({ port }) => port), ['none']);
  });
});

describe('hostKind and tiesToNetwork', () => {
  it('leaves cluster DNS and public web addresses alone', () => {
    assert.equal(hostKind('stock.shop.svc.cluster.local'), undefined);
    assert.deepEqual(endpointsIn('https://api.acme.com/v1', false).map(tiesToNetwork), [false]);
    assert.deepEqual(endpointsIn('ldaps://ldap.acme.com', false).map(tiesToNetwork), [true]);
    assert.deepEqual(endpointsIn('otpauth://totp/Shop', false).map(tiesToNetwork), [false]);
  });
});
