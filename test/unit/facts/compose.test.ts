import assert from 'node:assert/strict';
import { interpolate } from '../../../server/src/facts/compose/interpolate.js';
import { lastColon } from '../../../server/src/facts/compose/ports.js';
import type { ComposeService } from '../../../server/src/facts/compose/kinds.js';
import { scan } from '../../harness/run.js';

async function servicesOf(text: string): Promise<ReadonlyMap<string, ComposeService>> {
  const { conclusion } = await scan(new Map([['docker-compose.yml', text]]));
  return new Map(conclusion.model.facts('compose.service').map(({ value }) => [value.name, value]));
}

describe('variables of Compose files', () => {
  it('are filled in with their defaults, innermost first', () => {
    assert.deepEqual(interpolate('${PORT:-8080}:80'), { text: '8080:80', variables: ['PORT'], known: true });
    assert.deepEqual(interpolate('${A-${B:-c}}/d'), { text: 'c/d', variables: ['B', 'A'], known: true });
  });
  it('stay unknown without a default', () => {
    assert.deepEqual(interpolate('$HOST_DIR/data'), { text: '\u2047/data', variables: ['HOST_DIR'], known: false });
    assert.deepEqual(interpolate('${PORT:?set the port}'), { text: '\u2047', variables: ['PORT'], known: false });
  });
  it('leave a doubled dollar sign alone', () => {
    assert.deepEqual(interpolate('$${NOT_ONE}'), { text: '${NOT_ONE}', variables: [], known: true });
  });
  it('hide their colons from the mapping around them', () => {
    assert.equal(lastColon('${PORT:-8080}:80'), 13);
    assert.equal(lastColon('80'), -1);
    assert.equal(lastColon('${MAPPING:-80:80}'), -1);
  });
});

describe('services of Compose files', () => {
  it('take what merge keys bring, own keys first', async () => {
    const services = await servicesOf([
      'x-base: &base', '  image: example/shop', '  restart: always', 'x-ports: &ports', '  ports: ["80:8080"]', '  restart: never',
      'services:', '  web:', '    <<: [*base, *ports]', '    image: example/web', '  api:', '    <<: *base', '',
    ].join('\n'));
    assert.equal(services.get('web')?.image, 'example/web');
    assert.deepEqual(services.get('web')?.ports.map(({ host, target }) => [host, target]), [[[80, 80], 8080]]);
    assert.equal(services.get('api')?.image, 'example/shop');
    assert.deepEqual(services.get('api')?.ports, []);
  });
  it('open ports in the short and the long form', async () => {
    const services = await servicesOf([
      'services:', '  shop:', '    build: .', '    ports:', '      - "127.0.0.1:8001:80/tcp"', '      - 8002-8004:80', '      - "9000-9001:9000-9001"',
      '      - "[::1]:8005:80"', '      - "${P:-8006}:80"', '      - "8007"', '      - { target: 80, published: "8008-8009" }', '      - { target: 81 }', '',
    ].join('\n'));
    assert.deepEqual(services.get('shop')?.ports.map(({ host, target, variable }) => [host?.join('-'), target, variable]), [
      ['8001-8001', 80, undefined], ['8002-8004', 80, undefined], ['9000-9000', 9000, undefined], ['8005-8005', 80, undefined], ['8006-8006', 80, 'P'], ['8008-8009', 80, undefined],
    ]);
  });
  it('mount folders, volumes and memory', async () => {
    const services = await servicesOf([
      'services:', '  shop:', '    image: example/shop', '    volumes:', '      - ./data:/app/data:ro', '      - media:/app/media', '      - /app/cache', '      - ~/x:/x', '      - "C:\\\\books:/books"',
      '      - { type: tmpfs, target: /tmp }', '      - { type: bind, source: ../up, target: /up }', '      - ${DIR}/y:/y', '',
    ].join('\n'));
    assert.deepEqual(services.get('shop')?.volumes.map(({ kind, source, target, readOnly }) => [kind, source, target, readOnly]), [
      ['bind', 'data', '/app/data', true], ['volume', 'media', '/app/media', false], ['anonymous', undefined, '/app/cache', false], ['bind', '~/x', '/x', false], ['bind', 'C:\\books', '/books', false],
      ['tmpfs', undefined, '/tmp', false], ['bind', '../up', '/up', false], ['bind', '\u2047/y', '/y', false],
    ]);
    assert.deepEqual(services.get('shop')?.mounts, ['/app/media', '/x', '/books', '/up', '/y']);
  });
});
