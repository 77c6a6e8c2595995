/** How a Node program is started without npm, and what its start script does before. */
export interface NodeStart {
  readonly words: readonly string[];
  /** Scripts that the start script runs first; they belong into the build. */
  readonly before: readonly string[];
  /** Variables that the script sets. */
  readonly environment: Readonly<Record<string, string>>;
}

type Scripts = Readonly<Record<string, string>>;

const scriptRun = /^(?:npm(?:\s+run(?:-script)?)?|yarn(?:\s+run)?|pnpm(?:\s+run)?)\s+(?:--?[\w-]+\s+)*([\w:.-]+)\s*$/;
/** Programs that reload or compile while developing, with the flags that take a value. */
const reloading = /^(?:nodemon|node-dev|ts-node(?:-dev)?|tsx|esr|babel-node|swc-node)$/;

function parts(script: string): readonly string[] {
  return script.split(/\s*(?:&&|;)\s*/).filter(Boolean);
}

function words(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Takes `NAME=value` and `cross-env` from the front. */
function withoutEnvironment(all: readonly string[]): { readonly environment: Record<string, string>; readonly rest: readonly string[] } {
  const environment: Record<string, string> = {};
  let at = 0;
  for (; at < all.length; at++) {
    const word = all[at] ?? '';
    const pair = /^(\w+)=(.*)$/.exec(word);
    if (pair?.[1]) environment[pair[1]] = pair[2] ?? '';
    else if (!/^(?:cross-env|env|exec|npx|dotenv|--)$/.test(word)) break;
  }
  return { environment, rest: all.slice(at) };
}

/** Frameworks that are started by their own command. */
const frameworks: Readonly<Record<string, readonly string[]>> = {
  next: ['node', 'node_modules/next/dist/bin/next'], nest: ['node', 'dist/main.js'], 'remix-serve': ['node', 'node_modules/@remix-run/serve/dist/cli.js'], 'react-router-serve': ['node', 'node_modules/@react-router/serve/bin.js'],
};

function nodeCommand(rest: readonly string[]): readonly string[] | undefined {
  const [program = '', ...args] = rest;
  if (/^(?:.*\/)?node$/.test(program)) return args.some((arg) => arg.startsWith('--watch')) ? undefined : ['node', ...args];
  if (program === 'nest') return frameworks['nest'];
  const framework = frameworks[program];
  return framework && [...framework, ...args];
}

/** What changes the schema: it runs once for each release, not with each replica. */
const migration = /^(?:npx\s+|pnpm\s+|yarn\s+|bunx\s+)?(?:prisma\s+(?:migrate\s+deploy|db\s+push)|knex\s+migrate:\w+|sequelize(?:-cli)?\s+db:migrate|typeorm\s+migration:run|drizzle-kit\s+(?:migrate|push)|db-migrate\s+up)\b/;

/** Whether the start script changes the schema before it starts the program. */
export function migratesFirst(scripts: Scripts): boolean {
  return ['start:prod', 'start:production', 'start-prod', 'start'].some((name) => parts(scripts[name] ?? '').some((step) => migration.test(step)));
}

function read(script: string, scripts: Scripts, depth: number): NodeStart | undefined {
  const steps = parts(script);
  const last = steps.at(-1);
  if (last === undefined || depth === 0 || /[|<>`$]|\|\|/.test(script.replace(/^echo\s[^|<>`;&]*&&/, ''))) return undefined;
  const { environment, rest } = withoutEnvironment(words(last));
  const named = scriptRun.exec(rest.join(' '))?.[1];
  const earlier = steps.slice(0, -1).filter((step) => !migration.test(step) && !/^echo\s/.test(step));
  const before = earlier.map((step) => scriptRun.exec(step)?.[1]);
  if (before.some((name) => name === undefined)) return undefined;
  const names = before.filter((name) => name !== undefined && scripts[name] !== undefined) as string[];
  if (named !== undefined && scripts[named] !== undefined) {
    const inner = read(scripts[named] ?? '', scripts, depth - 1);
    return inner && { words: inner.words, before: [...names, ...inner.before], environment: { ...environment, ...inner.environment } };
  }
  const command = nodeCommand(rest);
  return command && { words: command, before: names, environment };
}

/** How the program of one script is started without npm; `undefined` when it only works while developing, or npm does more than run it. */
export function scriptStart(scripts: Scripts, name: string): NodeStart | undefined {
  const script = scripts[name];
  if (script === undefined || scripts[`pre${name}`] !== undefined || scripts[`post${name}`] !== undefined) return undefined;
  const found = read(script, scripts, 4);
  return found && !found.words.some((word) => reloading.test(word)) ? found : undefined;
}

/** Files that a server is usually started with: `prod` is also what many call their build. */
const serverFile = /(?:^|\/)(?:server|app|index|main|www)(?:\.[cm]?[jt]s)?$/;

/** Reads the scripts for production first, then `start`, then `prod` where it starts a server; `undefined` when they only work while developing. */
export function startOf(scripts: Scripts): NodeStart | undefined {
  for (const name of ['start:prod', 'start:production', 'start-prod', 'start', 'prod', 'production']) {
    const script = scripts[name];
    const found = script === undefined ? undefined : read(script, scripts, 4);
    if (found && !found.words.some((word) => reloading.test(word)) && (!name.startsWith('prod') || found.words.some((word) => serverFile.test(word)))) return found;
  }
  return undefined;
}

/** Name of the script that a development-only start script compiles instead: TypeScript run directly needs a loader at run time. */
export function directTypeScript(scripts: Scripts): string | undefined {
  const { rest } = withoutEnvironment(words(parts(scripts['start'] ?? '').at(-1) ?? ''));
  return /^(?:tsx|ts-node)$/.test(rest[0] ?? '') ? rest.slice(1).find((word) => /\.[cm]?ts$/.test(word)) : undefined;
}
