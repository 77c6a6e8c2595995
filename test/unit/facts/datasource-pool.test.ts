import assert from 'node:assert/strict';
import type { DatasourcePool } from '../../../server/src/facts/java/datasource-pool.js';
import { scan } from '../../harness/run.js';

async function poolsIn(path: string, text: string): Promise<readonly DatasourcePool[]> {
  const { conclusion } = await scan(new Map([[path, text]]));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model.facts('datasource.pool').map(({ value }) => value);
}

const resources = 'src/main/resources';

describe('how many connections a replica opens', () => {
  it('reads settings, with the default of a placeholder and the profile', async () => {
    assert.deepEqual(await poolsIn(`${resources}/application-prod.yml`, 'spring:\n  datasource:\n    hikari:\n      maximum-pool-size: ${POOL:15}\n  redis:\n    lettuce:\n      pool:\n        max-active: 8\n'),
      [{ key: 'spring.datasource.hikari.maximum-pool-size', size: 15, variable: 'POOL', profile: 'prod' }]);
    assert.deepEqual(await poolsIn(`${resources}/jdbc.properties`, 'jdbc.maxTotal=20\nhttp.client.maxTotal=200\n'), [{ key: 'jdbc.maxTotal', size: 20 }]);
  });

  it('reads pools in XML', async () => {
    assert.deepEqual(await poolsIn(`${resources}/context.xml`, '<beans><bean class="org.apache.commons.dbcp2.BasicDataSource"><property name="maxTotal" value="30"/></bean><bean class="shop.Threads"><property name="maxPoolSize" value="9"/></bean></beans>'), [{ key: 'maxTotal', size: 30 }]);
    assert.deepEqual(await poolsIn('server.xml', '<server><connectionManager maxPoolSize="100"/></server>'), [{ key: 'maxPoolSize', size: 100 }]);
  });

  it('reads setters of pools, not of their namesakes', async () => {
    const code = 'import com.zaxxer.hikari.HikariConfig;\nclass Pool {\n  private static final int SIZE = 25;\n  void set(HikariConfig config, Threads threads) { config.setMaximumPoolSize(SIZE); threads.setMaximumPoolSize(9); }\n}\n';
    assert.deepEqual(await poolsIn('src/main/java/Pool.java', code), [{ key: 'setMaximumPoolSize', size: 25 }]);
  });
});
