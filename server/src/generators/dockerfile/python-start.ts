import { basename, dirname, isInside, join } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/procfile.js';
import type {} from '../../facts/python/entry.js';
import type {} from '../../facts/environment.js';
import { stageOfName } from '../../syntax/python/profile.js';
import type { Port } from '../application/kinds.js';
import { relative } from './layout.js';

/** How an image starts a Python project, and what tells. */
export interface PythonStart {
  readonly kind: string;
  readonly words: readonly string[];
  readonly known: boolean;
  readonly port: Port;
  readonly serves: boolean;
  /** Folder, relative to the project, that modules are looked for in; '' for the project's own. */
  readonly path: string;
  /** A server that the dependencies lack, with its version. */
  readonly missing?: string;
  /** What has to be decided, for a `TODO` line. */
  readonly todo?: string;
}

type Entry = Fact<'python.entry'>;

/** Servers by what they speak, the usual one first, and what is taken where the dependencies name none. */
const servers = { wsgi: ['gunicorn', 'waitress'], asgi: ['uvicorn', 'hypercorn', 'granian', 'daphne'] } as const;
const added = { wsgi: 'gunicorn==23.0.0', asgi: 'uvicorn==0.34.3' } as const;
type Server = (typeof servers)[keyof typeof servers][number];

/** Files that hold the application of a project, the most telling name first. */
const fileOrder = ['wsgi', 'asgi', 'main', 'app', 'server', 'run', 'application', 'api', 'web', 'index', '__init__', '__main__'];

function stem(file: string): string {
  return basename(file).replace(/\.py$/, '');
}

function hasFile(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

/**
 * Where the modules of a file are looked for: above the packages that it lies in. A folder that the file itself imports
 * from by its name is a package as well, with or without an `__init__.py`.
 */
function rootFor(model: Model, dir: string, file: string, imports: readonly string[]): string {
  const managed = model.files.filter((each) => basename(each) === 'manage.py' && isInside(each, dir) && isInside(file, dirname(each))).map(dirname).sort((a, b) => b.length - a.length)[0];
  if (managed !== undefined) return managed;
  let root = dirname(file);
  let climbed = root;
  while (climbed !== dir && climbed !== '') {
    const above = dirname(climbed);
    if (hasFile(model, climbed, '__init__.py') || imports.includes(basename(climbed))) root = above;
    climbed = above;
  }
  return isInside(root, dir) ? root : dir;
}

function moduleName(file: string, root: string): string {
  return relative(file, root).replace(/\.py$/, '').replace(/\/__init__$/, '').replaceAll('/', '.');
}

interface Target {
  readonly spec: string;
  readonly path: string;
  readonly factory: boolean;
  readonly framework: string;
  readonly protocol: 'wsgi' | 'asgi';
}

function targetOf(model: Model, dir: string, entry: Entry, made: Entry['value']): Target {
  const root = rootFor(model, dir, entry.file, entry.value.imports);
  return { spec: `${moduleName(entry.file, root)}:${entry.value.name}`, path: relative(root, dir), factory: entry.value.factory, framework: made.framework ?? '', protocol: made.protocol ?? 'wsgi' };
}

/** Files that show or test what a project does; nobody starts them in production. */
const shown = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tests?|testing|benchmarks?|scripts?|tutorials?|notebooks?)\//i;

/** What a function of another module makes where that module does not show it, as with a class of its own: told by the only framework among the dependencies. */
function byDependencies(entry: Entry['value'], names: ReadonlySet<string>): Entry['value'] | undefined {
  // Projects that put something around Django's own handler keep the name of its function.
  const django = /^get_(asgi|wsgi)_application$/.exec(entry.via ?? '')?.[1];
  if (django !== undefined && names.has('django')) return { ...entry, framework: 'django', protocol: django === 'asgi' ? 'asgi' : 'wsgi' };
  const found = ([['flask', 'wsgi'], ['fastapi', 'asgi'], ['starlette', 'asgi'], ['quart', 'asgi']] as const).filter(([name]) => names.has(name));
  const [only] = found;
  return only && found.length === 1 ? { ...entry, framework: only[0], protocol: only[1] } : undefined;
}

/** Entries in the order in which they are believed; those that a function of another module makes need that function. */
function ranked(model: Model, dir: string, names: ReadonlySet<string>): readonly Target[] {
  const all = model.facts('python.entry').filter((fact) => belongs(model, fact.file, dir) && !shown.test(relative(fact.file, dir)));
  const known = all.flatMap((entry) => {
    const made = entry.value.framework !== undefined ? entry.value : all.find((other) => other.value.factory && other.value.name === entry.value.via)?.value ?? byDependencies(entry.value, names);
    return made ? [{ entry, made }] : [];
  });
  const rank = ({ entry, made }: (typeof known)[number]): readonly number[] => {
    const place = fileOrder.indexOf(stem(entry.file));
    // A project with Django is started by Django's own module, whatever else stands beside it.
    return [made.framework === 'django' ? 0 : 1, entry.value.factory ? 1 : 0, place < 0 ? fileOrder.length : place, entry.file.split('/').length];
  };
  const compare = (a: readonly number[], b: readonly number[]): number => a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return [...known].sort((a, b) => compare(rank(a), rank(b)) || (a.entry.file < b.entry.file ? -1 : 1)).map(({ entry, made }) => targetOf(model, dir, entry, made));
}

/** Whether a file is part of the project in a folder, and not of another one below it. */
export function belongs(model: Model, file: string, dir: string): boolean {
  if (!isInside(file, dir)) return false;
  const { application, tool, dir: own } = model.moduleOf(file);
  return tool === 'python' || tool === undefined ? application === dir || own === dir || tool === undefined : own === dir;
}

function listening(model: Model, dir: string): readonly Fact<'python.listen'>[] {
  return model.facts('python.listen').filter((fact) => belongs(model, fact.file, dir) && !shown.test(relative(fact.file, dir)));
}

/** The port that the program names itself; the one that servers of Python take where it names none. */
function portOf(model: Model, dir: string): Port {
  const found = listening(model, dir).find(({ value }) => value.port !== undefined) ?? listening(model, dir).find(({ value }) => value.env !== undefined);
  const env = found?.value.env === undefined ? {} : { env: found.value.env };
  return { port: found?.value.port ?? 8000, source: found?.value.port === undefined ? undefined : basename(found.file), ...env };
}

/** Folder of a package that cannot be imported by its name, so that only `python -m` starts it. */
function unimportable({ spec }: Target): boolean {
  return spec.replace(/:.*$/, '').split('.').some((part) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part) || part === '__main__');
}

function command(server: Server, { spec, factory }: Target, port: number): readonly string[] {
  switch (server) {
    // One process: Kubernetes adds replicas. Requests that wait for a database share it as threads.
    case 'gunicorn': return ['gunicorn', '--bind', `0.0.0.0:${port}`, '--workers', '1', '--threads', '8', '--worker-tmp-dir', '/dev/shm', '--access-logfile', '-', factory ? `${spec}()` : spec];
    case 'waitress': return ['waitress-serve', `--listen=0.0.0.0:${port}`, ...(factory ? ['--call'] : []), spec];
    case 'hypercorn': return ['hypercorn', '--bind', `0.0.0.0:${port}`, '--workers', '1', factory ? `${spec}()` : spec];
    case 'granian': return ['granian', '--interface', 'asgi', '--host', '0.0.0.0', '--port', String(port), '--workers', '1', ...(factory ? ['--factory'] : []), spec];
    case 'daphne': return ['daphne', '-b', '0.0.0.0', '-p', String(port), spec];
    default: return ['uvicorn', '--host', '0.0.0.0', '--port', String(port), ...(factory ? ['--factory'] : []), spec];
  }
}

/** The server of the project's own dependencies, or one that is added. */
function serverFor(protocol: 'wsgi' | 'asgi', names: ReadonlySet<string>): { readonly server: Server; readonly missing?: string } {
  const own = servers[protocol].find((name) => names.has(name));
  return own ? { server: own } : { server: servers[protocol][0], missing: added[protocol] };
}

/** Django serves both; which one is meant is told by the servers among the dependencies. */
function preferredTarget(targets: readonly Target[], names: ReadonlySet<string>, named: string | undefined): Target | undefined {
  const byName = targets.find(({ spec }) => named !== undefined && (spec === named || spec.startsWith(`${named}:`)));
  if (byName) return byName;
  const [first] = targets;
  if (first?.framework !== 'django') return first;
  const asgi = targets.find(({ framework, protocol }) => framework === 'django' && protocol === 'asgi');
  const speaksAsgi = names.has('channels') || names.has('daphne') || (servers.asgi.some((name) => names.has(name)) && !servers.wsgi.some((name) => names.has(name)));
  return (speaksAsgi ? asgi : undefined) ?? targets.find(({ framework, protocol }) => framework === 'django' && protocol === 'wsgi') ?? first;
}

/** What the Procfile of the project starts for the web. */
function procfileWords(model: Model, dir: string): readonly string[] | undefined {
  const found = model.facts('procfile.process').find((fact) => fact.value.name === 'web' && dirname(fact.file) === dir);
  return found?.value.command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
}

/** `shop.wsgi`, `shop.wsgi:application`, `shop:create_app()` in a command of a server. */
function specIn(words: readonly string[] | undefined): string | undefined {
  const at = words?.findIndex((word) => /^(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve)$/.test(basename(word))) ?? -1;
  return at < 0 ? undefined : words?.slice(at + 1).find((word, index, rest) => /^[A-Za-z_][\w.]*(?::[\w.]+)?(?:\(\))?$/.test(word) && !(rest[index - 1] ?? '').startsWith('-'))?.replace(/\(\)$/, '');
}

const scripts = ['main.py', 'app.py', 'server.py', 'run.py', 'bot.py', 'worker.py', 'start.py', 'src/main.py', 'src/app.py', 'app/main.py'];
/** Frameworks whose programs listen by themselves. */
const selfServing = ['aiohttp', 'sanic', 'tornado', 'cherrypy', 'nicegui', 'python-socketio', 'grpcio', 'robyn'];

/** A program that is run as a file, or as the command that the project installs. */
function program(model: Model, dir: string, builds: readonly BuildModule[], procfile: readonly string[] | undefined): Omit<PythonStart, 'port' | 'serves' | 'path'> | undefined {
  if (procfile && /^python3?$/.test(procfile[0] ?? '') && !procfile.includes('manage.py')) return { kind: 'python', words: ['python', ...procfile.slice(1)], known: !procfile.some((word) => /[$`;|&]/.test(word)) };
  const listens = listening(model, dir).map(({ file }) => relative(file, dir)).filter((path) => !path.includes('/') || /^(?:src|app)\/[\w-]+\.py$/.test(path));
  const runnable = model.files.find((each) => /^[^/]+\/__main__\.py$/.test(relative(each, dir)) && belongs(model, each, dir));
  if (runnable !== undefined && !scripts.some((name) => hasFile(model, dir, name))) return { kind: 'python', words: ['python', '-m', relative(dirname(runnable), dir)], known: true };
  const file = scripts.find((name) => listens.includes(name)) ?? listens[0] ?? scripts.find((name) => hasFile(model, dir, name));
  if (file !== undefined) return { kind: 'python', words: ['python', file], known: true };
  const commands = builds.flatMap((build) => Object.keys(build.scripts));
  const own = commands.find((name) => builds.some((build) => build.name === name)) ?? (commands.length === 1 ? commands[0] : undefined);
  return own === undefined ? undefined : { kind: 'python', words: [own], known: true };
}

/** How a project is started; `undefined` for libraries, notebooks and whatever else nothing starts. */
export function pythonStart(model: Model, dir: string, builds: readonly BuildModule[]): PythonStart | undefined {
  const names = new Set(builds.flatMap(({ dependencies }) => dependencies));
  const procfile = procfileWords(model, dir);
  const named = specIn(procfile);
  const target = preferredTarget(ranked(model, dir, names), names, named);
  const stated = portOf(model, dir);
  // An account without rights may not open what is below 1024, and the server of the image is told the port.
  const port: Port = target && stated.port < 1024 ? { port: 8000, source: undefined } : stated;
  if (target && !unimportable(target)) {
    const { server, missing } = serverFor(target.protocol, names);
    return { kind: target.framework, words: command(server, target, port.port), known: true, port, serves: true, path: target.path, ...(missing === undefined ? {} : { missing }) };
  }
  if (named !== undefined) {
    const asgi = procfile?.some((word) => /uvicorn|hypercorn|daphne/i.test(word)) === true;
    const { server, missing } = serverFor(asgi ? 'asgi' : 'wsgi', names);
    return { kind: 'python', words: command(server, { spec: named, path: '', factory: false, framework: '', protocol: asgi ? 'asgi' : 'wsgi' }, port.port), known: true, port, serves: true, path: '', ...(missing === undefined ? {} : { missing }) };
  }
  const started = program(model, dir, builds, procfile);
  if (!started) return undefined;
  const serves = listening(model, dir).length > 0 || selfServing.some((name) => names.has(name));
  const path = started.words[1]?.startsWith('src/') === true ? 'src' : '';
  return { ...started, port, serves, path };
}

/** Settings that a program of Django starts with, and those that its image should start with. */
export interface DjangoSettings {
  /** What its own modules name. */
  readonly named: string;
  /** What users are meant to meet: the same, or settings for production that stand beside those of developers; `undefined` where only the latter are there. */
  readonly chosen: string | undefined;
}

/** `undefined` where no module names settings. */
export function djangoSettings(model: Model, dir: string): DjangoSettings | undefined {
  const named = model.facts('python.django-settings').find((fact) => belongs(model, fact.file, dir))?.value.module;
  if (named === undefined) return undefined;
  const forUsers = (module: string): boolean => !['development', 'test'].includes(stageOfName(module.split('.').slice(1).join('.')));
  const fileOf = (module: string): string | undefined => model.files.find((file) => belongs(model, file, dir) && (file === `${module.replaceAll('.', '/')}.py` || file.endsWith(`/${module.replaceAll('.', '/')}.py`)));
  if (forUsers(named)) return { named, chosen: named };
  const given = model.factsFor('config.environment', join(dir, 'x') ?? 'x').flatMap(({ value }) => (value.name === 'DJANGO_SETTINGS_MODULE' && value.value !== undefined ? [value.value] : []));
  const beside = ['production', 'prod', 'live', 'deploy', 'docker'].map((stage) => `${named.split('.').slice(0, -1).join('.')}.${stage}`);
  return { named, chosen: [...given.filter(forUsers), ...beside].find((module) => fileOf(module) !== undefined) };
}
