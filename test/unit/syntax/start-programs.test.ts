import assert from 'node:assert/strict';
import { startedBy, supervisorIn } from '../../../server/src/syntax/start-programs.js';

function names(command: string): readonly string[] {
  return startedBy(command).map(({ name, foreground }) => `${name}${foreground ? '' : ' &'}`);
}

describe('programs that a command leaves running', () => {
  it('are those in the background and the last one', () => {
    assert.deepEqual(names('cron && apache2-foreground'), ['cron &', 'apache2-foreground']);
    assert.deepEqual(names('node worker.js & exec node server.js'), ['node &', 'node']);
    assert.deepEqual(names('service ssh start; /usr/sbin/nginx -g "daemon off;"'), ['ssh &', 'nginx']);
    assert.deepEqual(names("sh -c 'php-fpm -D && nginx -g \"daemon off;\"'"), ['php-fpm &', 'nginx']);
  });
  it('are not the steps before', () => {
    assert.deepEqual(names('python manage.py migrate && gunicorn shop.wsgi 2>&1'), ['gunicorn']);
    assert.deepEqual(names('until nc -z db 5432; do sleep 1; done && node server.js'), ['node']);
    assert.deepEqual(names('sleep 5 && tail -f /var/log/shop.log'), []);
  });
});

describe('supervisors', () => {
  it('are found by their names', () => {
    assert.equal(supervisorIn('/usr/bin/supervisord -n')?.name, 'supervisord');
    assert.equal(supervisorIn('bundle exec foreman start')?.name, 'foreman');
    assert.equal(supervisorIn('npm-run-all --parallel web worker')?.name, 'npm-run-all');
    assert.equal(supervisorIn('/sbin/init')?.name, 'init');
  });
  it('are none when one program is named, or one after the other runs', () => {
    assert.equal(supervisorIn('foreman start web'), undefined);
    assert.equal(supervisorIn('npm-run-all build start'), undefined);
    assert.equal(supervisorIn('node init.js'), undefined);
  });
});
