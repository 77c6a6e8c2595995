/** Programs made of fixed samples: how they are started side by side, and what two of them must agree on. */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { nameOf, type Copy } from './copies.js';
import { freePort } from './redis.js';

/** Cookies that an answer set, as the next request sends them. */
export function cookiesOf(answer: Response): string {
  return answer.headers.getSetCookie().map((cookie) => cookie.replace(/;.*$/, '')).join('; ');
}

export async function json(url: string, init: RequestInit = {}): Promise<{ readonly body: unknown; readonly cookies: string }> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  assert.equal(answer.status, 200, `${url}: ${answer.status} ${text.slice(0, 400)}`);
  return { body: JSON.parse(text), cookies: cookiesOf(answer) };
}

/** A cart that one copy fills is there when the other one shows it. */
export function session(method: string, wrap: (cart: readonly string[]) => unknown): (first: string, second: string) => Promise<void> {
  return async (first, second) => {
    const { cookies } = await json(`${first}/cart/tea`, { method });
    assert.notEqual(cookies, '', 'no session cookie');
    const { body } = await json(`${second}/cart`, { headers: { cookie: cookies } });
    assert.deepEqual(body, wrap(['tea']));
  };
}

/** Three calls in turn use up a limit of three wherever the fourth one goes. */
export async function limit(first: string, second: string): Promise<void> {
  const statuses: number[] = [];
  for (const base of [first, second, first, second]) statuses.push((await fetch(`${base}/limited`)).status);
  assert.deepEqual(statuses, [200, 200, 200, 429]);
}

export async function health(...copies: readonly string[]): Promise<void> {
  for (const copy of copies) for (const path of ['healthz', 'readyz']) await json(`${copy}/${path}`);
}

/** Runs a command to its end; its output when it fails. */
export function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env });
  assert.ok(!error, `${command} does not start: ${String(error)}`);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return stdout;
}

/** One running copy. */
export class Server {
  private output = '';
  private constructor(readonly url: string, private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  static async start(commandFor: (port: number) => readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Server> {
    const port = await freePort();
    const [command = '', ...args] = commandFor(port);
    const server = new Server(`http://127.0.0.1:${port}`, spawn(command, args, { cwd, env: { ...env, PORT: String(port) } }));
    for (let tries = 0; !(await server.answers()); tries++) {
      assert.ok(tries < 150 && server.child.exitCode === null, `${command} does not listen:\n${server.output.slice(-4000)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return server;
  }

  private async answers(): Promise<boolean> {
    return fetch(this.url).then(() => true, () => false);
  }

  /** Code with which the program ended after SIGTERM. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', (code) => resolve(code)));
    this.stop();
    return ended;
  }

  stop(): void {
    this.child.kill('SIGTERM');
  }
}

/** The first copy that took every fix of the list. */
export function fixedCopy(copies: readonly Copy[], wanted: readonly string[]): Copy {
  const all = copies.flatMap(({ taken }) => taken.map(nameOf));
  assert.deepEqual(wanted.filter((each) => !all.includes(each)), [], `not offered; taken: ${all.join(', ')}`);
  const copy = copies.find(({ taken }) => wanted.every((each) => taken.map(nameOf).includes(each)));
  assert.ok(copy, 'no copy took all of them');
  return copy;
}
