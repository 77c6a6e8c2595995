import { baseOf, environment, inForce, lineage, shellText, substitute, type Stage } from './ask.js';
import { accountsOf } from './images.js';

/** Numeric, so that Kubernetes can verify `runAsNonRoot`, and above the accounts that distributions make. */
export const plainUser = 10001;

/** Folders that a server writes to while it runs, relative to its home. */
const serverHomes: Readonly<Record<string, { readonly home: string; readonly writable: readonly string[] }>> = {
  tomcat: { home: '/usr/local/tomcat', writable: ['conf', 'logs', 'temp', 'webapps', 'work'] },
  tomee: { home: '/usr/local/tomee', writable: ['conf', 'logs', 'temp', 'webapps', 'work'] },
};

function workdir(stage: Stage): string | undefined {
  const instruction = inForce(stage, 'WORKDIR');
  const path = instruction?.getArguments()[0]?.getValue();
  const filled = path === undefined ? undefined : substitute(path, environment(stage));
  return filled?.known && filled.text.startsWith('/') && filled.text !== '/' ? filled.text.replace(/\/$/, '') : undefined;
}

/** Folders to hand over: the server's own writable ones, and the working directory. */
function writable(stage: Stage): readonly string[] {
  const server = serverHomes[baseOf(stage).base];
  const dir = workdir(stage);
  const own = dir && dir !== server?.home && !/^\/(?:usr|bin|lib|etc|opt|var|home|root)$/.test(dir) ? [dir] : [];
  return [...(server ? server.writable.map((name) => `${server.home}/${name}`) : []), ...own];
}

function createAccount(kind: 'debian' | 'alpine'): string {
  if (kind === 'alpine') return `addgroup -S -g ${plainUser} app && adduser -S -D -H -u ${plainUser} -G app app`;
  return `groupadd --system --gid ${plainUser} app && useradd --system --uid ${plainUser} --gid ${plainUser} --no-create-home --shell /usr/sbin/nologin app`;
}

/** Accounts that images bring with a number that never changes. */
const knownIds: Readonly<Record<string, Readonly<Record<string, number>>>> = { node: { node: 1000 }, dotnet: { app: 1654, $APP_UID: 1654, '${APP_UID}': 1654 }, distroless: { nonroot: 65532 } };

/** Number of the user that a stage ends as: as written, as the Dockerfile makes the account, or as its base is known to have it. */
export function userId(stage: Stage): number | undefined {
  const argument = inForce(stage, 'USER')?.getArguments()[0]?.getValue();
  const [name = ''] = argument === undefined ? [] : substitute(argument, environment(stage)).text.split(':');
  if (/^\d+$/.test(name)) return Number(name);
  if (name === 'root') return 0;
  const commands = lineage(stage).flatMap((each) => each.instructions).filter((each) => each.getKeyword() === 'RUN').flatMap((each) => shellText(each).split(/&&|;|\|\|/));
  const made = commands.find((command) => /^\s*(?:useradd|adduser)\s/.test(command) && command.split(/\s+/).includes(name));
  const id = /\s(?:-u|--uid)[=\s]+(\d+)\b/.exec(made ?? '')?.[1];
  return id === undefined ? (made === undefined ? knownIds[accountsOf(baseOf(stage))]?.[name] : undefined) : Number(id);
}

/** Ports below 1024 need a right that another user does not have everywhere. */
export function needsLowPort(stage: Stage): boolean {
  const values = environment(stage);
  const exposed = lineage(stage).flatMap((each) => each.instructions).filter((each) => each.getKeyword() === 'EXPOSE').flatMap((each) => each.getArguments());
  return exposed.some((argument) => Number.parseInt(substitute(argument.getValue(), values).text, 10) < 1024);
}

/**
 * Lines that end a stage as a user without rights: the account where the image has tools for it, the folders it writes
 * to, and a numeric `USER`. On OpenShift the user is chosen by the platform, so the folders are given to group 0.
 */
export function userLines(stage: Stage, target: 'kubernetes' | 'openshift'): readonly string[] {
  const accounts = accountsOf(baseOf(stage));
  if (accounts === 'distroless') return ['# 65532 is the nonroot account of the image.', 'USER 65532:65532'];
  const reason = '# A numeric user, so that Kubernetes can verify runAsNonRoot.';
  const id = accounts === 'node' ? 1000 : accounts === 'dotnet' ? 1654 : plainUser;
  const create = accounts === 'debian' || accounts === 'alpine' ? [createAccount(accounts)] : [];
  const dirs = writable(stage).join(' ');
  const owner = target === 'openshift' ? `${id}:0` : `${id}:${id}`;
  const hand = dirs === '' ? [] : [`chown -R ${owner} ${dirs}`, ...(target === 'openshift' ? [`chmod -R g=u ${dirs}`] : [])];
  const steps = [...create, ...hand].flatMap((each) => each.split(' && '));
  const run = steps.length === 0 ? [] : steps.map((step, index) => `${index === 0 ? 'RUN ' : '    && '}${step}${index === steps.length - 1 ? '' : ' \\'}`);
  return [...(run.length > 0 ? [...run] : []), reason, `USER ${owner}`];
}
