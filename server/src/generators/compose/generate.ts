import { pins } from '../../facts/image/pins.js';
import { join } from '../../base/paths.js';
import { noted, yamlText, type Data, type DataMap } from '../manifest-data.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { bootNumber } from '../../facts/java/boot.js';
import { probesSetting } from '../actuator-probes.js';
import type { Backend } from '../kubernetes/backends.js';
import { products } from '../kubernetes/development.js';
import type { GeneratedFile } from '../kubernetes/plain.js';
import { planFor, sharesContext, type Plan, type PlanInput } from '../kubernetes/plan.js';
import { variableOf, type AppSetting } from '../kubernetes/settings.js';
import { relative } from '../dockerfile/layout.js';
import { addressWithPassword, databaseOf, partOfAddress, reachable, redisPassword } from './backends.js';
import { comments, notes } from './words.js';

/** The service that is scaled. */
const service = 'app';
const migrationService = 'migrate';
const proxyConfig = 'compose-proxy.conf';
const spare = 10;

function required(variable: string): string {
  return `\${${variable}:?}`;
}

/** Compose fills in `$…`; what is meant as it stands has the sign twice. */
function literal(value: string): string {
  return value.replaceAll('$', '$$$$');
}

/** Whether the containers may not start without a value; Compose hands on the others where `.env` has them, and else leaves them unset. */
function isRequired(plan: Plan, { variable, optional }: AppSetting): boolean {
  return optional === 'no' || variable === redisPassword(plan) || (variable === databaseOf(plan).password && plan.backends.some((which) => which !== 'redis'));
}

/** Settings with what this file knows of them: it also names the parts of the database's address. */
function settingsOf(plan: Plan): readonly AppSetting[] {
  return plan.settings.map((setting) => (setting.secret || setting.value !== '' ? setting : { ...setting, value: partOfAddress(plan, setting.variable) ?? '' }));
}

/** Kubernetes tells Spring Boot to answer the paths of probes; anywhere else it has to be told. */
function probesSwitch({ model, application: { dir }, probes }: Plan): DataMap {
  const module = effectiveModule(model, dir);
  const boot = module && bootNumber(module);
  const setting = boot === undefined || probes.readiness?.path?.endsWith('/readiness') !== true ? undefined : probesSetting(boot);
  return setting === undefined ? {} : { [variableOf(setting)]: 'true' };
}

function environment(plan: Plan): DataMap {
  const { backends, folders, say } = plan;
  const own = settingsOf(plan).filter(({ secret, value }) => secret || value !== '').map((setting): readonly [string, Data] => {
    const { variable, value, secret, from } = setting;
    if (secret) return [variable, addressWithPassword(plan, variable) ?? (isRequired(plan, setting) ? required(variable) : null)];
    const reached = literal(reachable(value, variable, backends));
    return [variable, /\blocalhost\b|\b127\.0\.0\.1\b/.test(reached) ? noted(reached, say(comments.desk, { from })) : reached];
  });
  const shared = folders.claims.flatMap(({ variable, path }): readonly (readonly [string, Data])[] => (variable === undefined ? [] : [[variable, path]]));
  return Object.fromEntries([...Object.entries(probesSwitch(plan)), ...own.filter(([name]) => !shared.some(([other]) => other === name)), ...shared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A command of the image's own that asks the program; `undefined` where the image has none. */
function healthCommand({ application: { platform }, probes, port }: Plan): readonly string[] | undefined {
  // A program that answers only for its own name answers nobody who asks by an address.
  const path = probes.readiness?.port === String(port) && probes.readiness.host === undefined ? probes.readiness.path : undefined;
  const url = `http://127.0.0.1:${port}${path ?? '/'}`;
  if (platform === 'java') return path === undefined ? ['CMD', 'bash', '-c', `</dev/tcp/127.0.0.1/${port}`] : ['CMD', 'curl', '-fsS', url];
  if (platform === 'node') return ['CMD', 'node', '-e', path === undefined ? `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))` : `fetch('${url}').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`];
  if (platform === 'python') return ['CMD', 'python', '-c', path === undefined ? `import socket; socket.create_connection(('127.0.0.1', ${port}), 3)` : `import urllib.request; urllib.request.urlopen('${url}', timeout=3)`];
  return undefined;
}

function healthcheck(plan: Plan): DataMap | undefined {
  const test = plan.web ? healthCommand(plan) : undefined;
  return test && { test, interval: '10s', timeout: '5s', retries: 6, start_period: plan.jvm ? '120s' : '30s' };
}

/** What every container of the image is made and started with. */
function container(plan: Plan): DataMap {
  const { application: { layout } } = plan;
  const variables = environment(plan);
  return {
    build: { context: '.', dockerfile: relative(layout.dockerfile, layout.context) },
    environment: Object.keys(variables).length > 0 ? variables : undefined,
  };
}

/** The command that changes the schema, before the copies start. */
function migration(plan: Plan): Readonly<Record<string, Data>> {
  const { migration: how, say, backends, folders } = plan;
  if (!how || !('words' in how)) return {};
  const first: DataMap = {
    ...container(plan), command: [...how.words], depends_on: waitsFor(backends), tmpfs: folders.scratch.map(({ path }) => (path === '/tmp' ? '/tmp:exec' : path)), cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], restart: 'no',
  };
  return { [migrationService]: noted(first, say(comments.migration)) };
}

function waitsFor(backends: readonly Backend[], more: Readonly<Record<string, DataMap>> = {}): DataMap | undefined {
  const all = { ...Object.fromEntries(backends.map((which) => [which, { condition: 'service_healthy' }])), ...more };
  return Object.keys(all).length > 0 ? all : undefined;
}

function application(plan: Plan): Data {
  const { application: { writesBeside }, folders, web, say, stop, backends, migration: how } = plan;
  const check = healthcheck(plan);
  const data: DataMap = {
    ...container(plan),
    expose: web ? [String(plan.port)] : undefined,
    depends_on: waitsFor(backends, how && 'words' in how ? { [migrationService]: { condition: 'service_completed_successfully' } } : {}),
    healthcheck: check,
    stop_grace_period: noted(`${stop.seconds + spare}s`, say(comments.grace)),
    read_only: folders.writesHome || writesBeside ? undefined : true,
    // Libraries unpack code into /tmp, which Docker would not let run.
    tmpfs: folders.scratch.map(({ path }) => (path === '/tmp' ? '/tmp:exec' : path)),
    volumes: folders.claims.length > 0 ? noted(folders.claims.map(({ name, path }) => `${name}:${path}`), say(comments.shared)) : undefined,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    restart: 'unless-stopped',
  };
  return noted(data, say(comments.noName), ...(web && !check ? [say(comments.noCheck)] : []));
}

function proxy(plan: Plan): Data {
  const { say } = plan;
  return noted({
    image: `nginx:${pins['nginx']?.tag ?? 'stable'}-alpine`,
    ports: ['8080:80'],
    configs: [{ source: 'proxy', target: '/etc/nginx/conf.d/default.conf' }],
    depends_on: { [service]: { condition: healthcheck(plan) ? 'service_healthy' : 'service_started' } },
    restart: 'unless-stopped',
  }, say(comments.proxy));
}

function backend(plan: Plan, which: Backend): Data {
  const { label, image, data, check } = products[which];
  const { user, name, password } = databaseOf(plan);
  const settings: Readonly<Record<Backend, DataMap | undefined>> = {
    redis: undefined,
    postgresql: { POSTGRES_USER: user, POSTGRES_DB: name, POSTGRES_PASSWORD: required(password) },
    // The image refuses root as the user that it makes.
    mysql: user === 'root' ? { MYSQL_DATABASE: name, MYSQL_ROOT_PASSWORD: required(password) } : { MYSQL_USER: user, MYSQL_DATABASE: name, MYSQL_PASSWORD: required(password), MYSQL_RANDOM_ROOT_PASSWORD: 'yes' },
    sqlserver: { ACCEPT_EULA: 'Y', MSSQL_PID: 'Developer', MSSQL_SA_PASSWORD: required(password) },
  };
  const asked = which === 'redis' ? redisPassword(plan) : undefined;
  const test = which === 'postgresql' ? ['pg_isready', '-U', user] : check;
  return noted({
    image, environment: settings[which],
    // Whoever sends a password to a Redis without one is turned away.
    command: asked === undefined ? undefined : ['redis-server', '--requirepass', required(asked)],
    healthcheck: { test: ['CMD', ...test], interval: '5s', timeout: '5s', retries: 12 },
    volumes: which === 'redis' ? undefined : [`${which}:${data}`],
    restart: 'unless-stopped',
  }, plan.say(comments.backend, { product: label }));
}

/** The variable that says what keeps the files of a folder: nothing in the workspace tells. */
function driverOf({ name }: { readonly name: string }): string {
  return `${name.replaceAll('-', '_').toUpperCase()}_DRIVER`;
}

/** Variables that have to stand in `.env`, and those that may. */
function secretsOf(plan: Plan): { readonly needed: readonly string[]; readonly spare: readonly string[] } {
  const own = plan.settings.filter(({ secret, variable }) => secret && addressWithPassword(plan, variable) === undefined);
  const database = plan.backends.some((which) => which !== 'redis') ? [databaseOf(plan).password] : [];
  const needed = [...own.filter((setting) => isRequired(plan, setting)).map(({ variable }) => variable), ...database, ...plan.folders.claims.map(driverOf)];
  return { needed: [...new Set(needed)].sort(), spare: own.map(({ variable }) => variable).filter((variable) => !needed.includes(variable)) };
}

function composeText(plan: Plan): string {
  const { say, web, backends, folders, name } = plan;
  const command = `docker compose up --build --scale ${service}=3`;
  const { needed, spare: optional } = secretsOf(plan);
  const missing = settingsOf(plan).filter(({ secret, value, optional: without }) => !secret && value === '' && without !== 'has-own').map(({ variable, from }) => `${variable} (${from})`);
  const shared = folders.claims.map((claim): readonly [string, Data] => [claim.name, noted({ driver: required(driverOf(claim)) }, say(comments.driver))]);
  const volumes = [...shared, ...backends.filter((which) => which !== 'redis').map((which): readonly [string, Data] => [which, {}])];
  const head = [
    say(web ? comments.head : comments.headWorker, { command }),
    ...(needed.length > 0 ? [say(comments.secrets, { names: needed.join(', ') })] : []),
    ...(optional.length > 0 ? [say(comments.spareSecrets, { names: optional.join(', ') })] : []),
    ...(plan.filesFirst === undefined ? [] : [say(comments.filesFirst, { file: plan.filesFirst })]),
    ...(missing.length > 0 ? [say(comments.missing, { names: missing.join(', ') })] : []),
  ];
  const data: DataMap = {
    name,
    services: { [service]: application(plan), ...migration(plan), ...(web ? { proxy: proxy(plan) } : {}), ...Object.fromEntries(backends.map((which) => [which, backend(plan, which)])) },
    configs: web ? { proxy: { file: `./${proxyConfig}` } } : undefined,
    volumes: volumes.length > 0 ? Object.fromEntries(volumes) : undefined,
  };
  return head.map((line) => `# ${line}\n`).join('') + yamlText(data);
}

function proxyText({ port, say }: Plan): string {
  return `# ${say(comments.proxy)}
upstream ${service} {
  zone ${service} 64k;
  # ${say(comments.resolver)}
  resolver 127.0.0.11 valid=5s;
  server ${service}:${port} resolve;
}

server {
  listen 80;

  location / {
    proxy_pass http://${service};
    proxy_http_version 1.1;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
    # ${say(comments.retry)}
    proxy_next_upstream error timeout http_502 http_503;
    client_max_body_size 20m;
  }
}

map $http_upgrade $connection_upgrade {
  default upgrade;
  '' '';
}
`;
}

/** The name that the workspace already gives its Compose file; one of its own where several applications are built in one folder. */
function fileName(plan: Plan): string {
  const { model, name: own, application: { layout: { context } } } = plan;
  if (sharesContext(plan)) return `compose.${own}.yaml`;
  const names = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
  return names.find((name) => model.hasFile(join(context, name) ?? name)) ?? 'compose.yaml';
}

/** A Compose file that runs the application several times behind a proxy, with the back ends that it uses. */
export function generateCompose(input: PlanInput): { readonly files: readonly GeneratedFile[]; readonly notes: readonly string[] } {
  const plan = planFor(input);
  const { context, dockerfile } = plan.application.layout;
  const at = (name: string): string => join(context, name) ?? name;
  const { needed } = secretsOf(plan);
  return {
    files: [{ path: at(fileName(plan)), text: composeText(plan) }, ...(plan.web ? [{ path: at(proxyConfig), text: proxyText(plan) }] : [])],
    notes: [
      plan.say(notes.run),
      ...(needed.length > 0 ? [plan.say(notes.env, { names: needed.join(', ') })] : []),
      ...(plan.model.hasFile(dockerfile) ? [] : [plan.say(notes.dockerfile, { file: dockerfile })]),
    ],
  };
}
