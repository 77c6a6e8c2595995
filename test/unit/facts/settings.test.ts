import assert from 'node:assert/strict';
import type { Model } from '../../../server/src/contract/workspace.js';
import { overridesOf, referencesTo, resolve, sameSetting, valuesOf } from '../../../server/src/facts/settings.js';
import { scan } from '../../harness/run.js';

const resources = 'src/main/resources';
const code = 'src/main/java/Shop.java';

async function modelOf(files: Readonly<Record<string, string>>): Promise<Model> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model;
}

const texts = (model: Model, text: string): readonly string[] => resolve(model, code, text).map((resolved) => resolved.text);

describe('settings across files', () => {
  it('knows one setting by its several spellings', () => {
    assert.ok(sameSetting('spring.data.redis.host', 'SPRING_DATA_REDIS_HOST'));
    assert.ok(sameSetting('shop.nodes[0]', 'SHOP_NODES_0'));
    assert.ok(!sameSetting('', '-'));
  });

  it('lists values of all files and profiles, the default first', async () => {
    const model = await modelOf({
      [`${resources}/application-prod.yml`]: 'db:\n  host: db.prod\n',
      [`${resources}/application.properties`]: 'db.host=10.0.0.7\n',
      [`${resources}/egovframework/egovProps/globals.properties`]: 'Globals.Url = jdbc:mysql://${db.host}:3306/shop\n',
    });
    assert.deepEqual(valuesOf(model, code, 'db.host').map(({ value, profile }) => [value, profile]), [['10.0.0.7', undefined], ['db.prod', 'prod']]);
    assert.deepEqual(texts(model, '${Globals.Url}'), ['jdbc:mysql://10.0.0.7:3306/shop', 'jdbc:mysql://db.prod:3306/shop']);
    assert.deepEqual(referencesTo(model, code, 'db.host').map(({ key }) => key), ['Globals.Url']);
  });

  it('keeps defaults, leaves what nothing gives, and survives cycles', async () => {
    const model = await modelOf({ [`${resources}/application.properties`]: 'a=${b}\nb=${c:${a}}\n' });
    assert.deepEqual(texts(model, 'x-${missing:y}-${gone}-#{bean}'), ['x-y-${gone}-#{bean}']);
    assert.equal(texts(model, '${a}').length, 1);
  });

  it('reads what the build fills in, and never a secret', async () => {
    const model = await modelOf({
      'pom.xml': '<project><artifactId>shop</artifactId><properties><db.host>10.0.0.9</db.host></properties></project>',
      [`${resources}/application.properties`]: 'url=jdbc:mysql://@db.host@/shop\ndb.password=s3cret\n',
    });
    assert.deepEqual(texts(model, '${url}'), ['jdbc:mysql://10.0.0.9/shop']);
    assert.equal(valuesOf(model, code, 'db.password')[0]?.value, '');
  });

  it('finds what manifests override: variables, options, arguments, mounted files, Secrets', async () => {
    const model = await modelOf({
      'compose.yaml': 'services:\n  shop:\n    build: .\n    command: ["java", "-jar", "app.jar", "--shop.mail.host=mail"]\n    environment:\n      JAVA_TOOL_OPTIONS: -Xmx1g -Ddb.host=db\n      SHOP_API_URL: http://api\n',
      'k8s.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  SHOP_KEY: abc\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  application.yml: |\n    shop:\n      queue: amqp://mq\n',
    });
    assert.deepEqual(['db.host', 'shop.mail.host', 'shop.api-url', 'shop.key'].map((key) => overridesOf(model, code, key)[0]?.value), ['db', 'mail', 'http://api', undefined]);
    assert.deepEqual(valuesOf(model, code, 'shop.queue').map(({ value, profile }) => [value, profile]), [['amqp://mq', 'kubernetes']]);
    assert.equal(overridesOf(model, code, 'shop.key').length, 1);
  });
});
