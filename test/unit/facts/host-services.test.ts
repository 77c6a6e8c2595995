import assert from 'node:assert/strict';
import type { FactKind, FactOf } from '../../../server/src/contract/workspace.js';
import '../../../server/src/facts/crontab.js';
import '../../../server/src/facts/procfile.js';
import '../../../server/src/facts/systemd.js';
import { scan } from '../../harness/run.js';

async function factsIn<K extends FactKind>(kind: K, path: string, text: string): Promise<readonly (FactOf[K] & { readonly at: string })[]> {
  const { conclusion } = await scan(new Map([[path, text]]));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.model.facts(kind).map(({ value, range }) => ({ ...(value as FactOf[K]), at: text.slice(range.start, range.end) }));
}

describe('what hosts start', () => {
  it('is the command of a unit of systemd', async () => {
    assert.deepEqual(await factsIn('systemd.unit', 'deploy/shop.service', `[Unit]
Description=Shop
[Service]
User=shop
WorkingDirectory=/opt/shop
ExecStart=-/usr/bin/java -jar \\
  /opt/shop/shop.jar
Restart=on-failure
[Install]
WantedBy=multi-user.target
`), [{ command: '/usr/bin/java -jar /opt/shop/shop.jar', restart: 'on-failure', oneshot: false, user: 'shop', directory: '/opt/shop', at: '-/usr/bin/java -jar \\' }]);
  });

  it('leaves units without a command alone', async () => {
    assert.deepEqual(await factsIn('systemd.unit', 'deploy/shop.service', '[Unit]\nDescription=ExecStart\n'), []);
  });

  it('tells work that ends from services, and masks passwords', async () => {
    const [unit] = await factsIn('systemd.unit', 'backup.service', '[Service]\nType=oneshot\nExecStart=/opt/backup.sh postgres://shop:geheim@db/shop\n');
    assert.equal(unit?.oneshot, true);
    assert.equal(unit.restart, 'no');
    assert.ok(!unit.command.includes('geheim'));
  });

  it('is each process of a Procfile', async () => {
    assert.deepEqual(await factsIn('procfile.process', 'Procfile', '# started by the platform\nweb: gunicorn shop.wsgi\nclock: python clock.py\n'),
      [{ name: 'web', command: 'gunicorn shop.wsgi', at: 'web' }, { name: 'clock', command: 'python clock.py', at: 'clock' }]);
  });

  it('is each job of a crontab, with its account and zone', async () => {
    assert.deepEqual(await factsIn('cron.line', 'deploy/cron.d/shop', 'TZ=Asia/Seoul\n30 2 * * 1-5 shop /opt/shop/close-day.sh\n@reboot root /opt/shop/start.sh\n'),
      [{ schedule: '30 2 * * 1-5', command: '/opt/shop/close-day.sh', user: 'shop', zone: 'Asia/Seoul', at: '30 2 * * 1-5' }]);
    assert.deepEqual(await factsIn('cron.line', 'crontab', '@daily /opt/backup.sh\n*/5 * * * * cd /app && ./tick\nnot a job at all, is it\n# 0 0 * * * rm -r /\n'),
      [{ schedule: '@daily', command: '/opt/backup.sh', at: '@daily' }, { schedule: '*/5 * * * *', command: 'cd /app && ./tick', at: '*/5 * * * *' }]);
  });
});
