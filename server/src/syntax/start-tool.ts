import { lastCommand } from './dockerfile/shell.js';

/** What stands between the container and the program, or in its place. */
export interface StartTool {
  /** A package manager that runs a script, a build tool that compiles first, or a server for development. */
  readonly kind: 'manager' | 'build' | 'development';
  /** The words that tell, as written: `npm start`. */
  readonly tool: string;
  /** Name of the script of package.json that a manager runs, and the words that it hands on. */
  readonly script?: string;
  readonly rest?: readonly string[];
  /** The manager looks for its script in another folder than the one it is started in. */
  readonly elsewhere?: true;
}

/** Inits, steps down in rights and scripts that end with the command they are given. */
const wrappers = /(?:^|\/)(?:tini|dumb-init|docker-init|catatonit|gosu|su-exec|setpriv|env|nice|exec|time|entrypoint|(?:docker-)?entry-?point[\w.-]*|[\w-]+\.sh)$/;
/** Runners that replace themselves with the program. */
const replacing = /^(?:(?:pipenv|poetry|uv|pdm|hatch|rye)\s+run|bundle\s+exec|opentelemetry-instrument|ddtrace-run|newrelic-admin\s+run-program|doppler\s+run\s+--)$/;

/** Drops what hands over to the words behind it; says how many were dropped. */
export function wrappedBy(words: readonly string[]): number {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const pair = `${word} ${words[at + 1] ?? ''}`;
    if (/(?:^|\/)(?:gosu|su-exec)$/.test(word)) at += 2;
    else if (wrappers.test(word)) at++;
    else if (replacing.test(pair)) at += 2;
    else if (at > 0 && (/^--?[a-z]/.test(word) || word === '--' || /^\w+=/.test(word))) at++;
    else return replacing.test(word) ? at + 1 : at;
  }
  return at;
}

/** Scripts that come to an end by themselves. */
const once = /(?:^|[:_-])(?:migrat\w*|seed\w*|build|tests?|lint|deploy|setup|init|generate|codegen|typecheck|e2e|install|ci|add|audit|format|release|publish|prisma|typeorm|knex|sequelize|sync|import|export|backup|cache|config|version)(?:$|[:_-])/;
const developing = /^(?:dev|develop|development|watch|hot|debug|(?:start|serve|server|run)[:_-](?:dev|develop|development|watch|hot|debug|local))(?::.*)?$/;
/** Options of package managers that a value follows, and those of them that lead to another folder. */
const valued = /^(?:--(?:prefix|workspace|filter|cwd|dir|loglevel|userconfig)|-[wCF])$/;
const leading = /^(?:--(?:prefix|workspace|workspaces|filter|cwd|dir|recursive)(?:=.*)?|-[wCFr])$/;

function manager([name = '', ...args]: readonly string[]): StartTool | undefined {
  let elsewhere = false;
  const positional: string[] = [];
  let at = 0;
  for (; at < args.length && positional.length < 2; at++) {
    const word = args[at] ?? '';
    if (leading.test(word)) elsewhere = true;
    if (valued.test(word)) at++;
    else if (!word.startsWith('-')) {
      if (name === 'yarn' && word === 'workspace') {
        elsewhere = true;
        at++;
        continue;
      }
      positional.push(word);
      if (!/^(?:run|run-script|exec|dlx)$/.test(word)) break;
    }
  }
  const runs = /^(?:run|run-script)$/.test(positional[0] ?? '');
  const script = runs ? positional[1] : positional[0];
  if (script === undefined || once.test(script) || /^(?:exec|dlx|install|ci|i|add|create|config|cache|global|node|version|help|why|list|ls)$/.test(script)) return undefined;
  // npm runs no script without `run` but `start`; yarn and pnpm run any, and programs of packages.
  if (name === 'npm' && !runs && script !== 'start') return undefined;
  const rest = args.slice(at + 1);
  const tool = [name, ...(runs ? [positional[0] ?? ''] : []), script].join(' ');
  return { kind: developing.test(script) ? 'development' : 'manager', tool, script, rest: rest[0] === '--' ? rest.slice(1) : rest, ...(elsewhere ? { elsewhere: true } : {}) };
}

const goals = /^(?:spring-boot:run|jetty:run[\w-]*|tomcat\d*:run[\w-]*|cargo:(?:run|start)|quarkus:dev|exec:(?:java|exec)|liberty:(?:run|dev)|wildfly:run|mn:run|gwt:run|(?:[\w.-]+:)+run)$/;
const tasks = /^:?(?:[\w-]+:)*(?:bootRun|run|appRun\w*|tomcatRun\w*|jettyRun\w*|quarkusDev|gretty\w*)$/;

function buildTool(words: readonly string[]): StartTool | undefined {
  const [first = '', second = ''] = words;
  const name = first.replace(/^.*\//, '');
  const found = (word: string | undefined): StartTool | undefined => (word === undefined ? undefined : { kind: 'build', tool: `${name} ${word}` });
  if (/^mvnw?$/.test(name)) return found(words.slice(1).find((word) => goals.test(word)));
  if (/^gradlew?$/.test(name)) return found(words.slice(1).find((word) => tasks.test(word)));
  if (name === 'go' || name === 'swift' || name === 'stack') return found(second === 'run' ? second : undefined);
  if (name === 'cargo' || name === 'dotnet') return found(/^(?:run|watch)$/.test(second) ? second : undefined);
  if (name === 'sbt') return found(words.slice(1).find((word) => /^~?(?:[\w-]+\/)?run$/.test(word)));
  return name === 'grails' || name === 'lein' ? found(/^(?:run-app|run|ring)$/.test(second) ? second : undefined) : undefined;
}

/** Servers that only developers should meet, each by the words that tell it from the same program in production. */
const servers: readonly RegExp[] = [
  /(?:^|[\s/])(?:manage\.py|django-admin)\s+(?:runserver\w*)/, /(?:^|[\s/])flask\s+(?:-\S+\s+|--\w+\s+\S+\s+)*run(?=\s|$)/, /(?:^|[\s/])quart\s+run(?=\s|$)/, /(?:^|[\s/])fastapi\s+dev(?=\s|$)/,
  /(?:^|[\s/])(?:uvicorn|gunicorn|hypercorn|pserve)\s.*--reload(?=\s|$)/, /(?:^|[\s/])artisan\s+serve(?=\s|$)/, /(?:^|[\s/])php\s+(?:-\w\s+\S+\s+)*-S\s/, /(?:^|[\s/])(?:symfony\s+(?:serve|server:start)|console\s+server:run)(?=\s|$)/,
  /(?:^|[\s/])(?:next|nuxt|nuxi|astro|remix|react-router|svelte-kit|gatsby|strapi)\s+(?:dev|develop)(?=\s|$)/, /(?:^|[\s/])vite(?=\s+(?:dev|serve|preview|-)|\s*$)/, /(?:^|[\s/])(?:ng|vue-cli-service)\s+serve(?=\s|$)/,
  /(?:^|[\s/])react-scripts\s+start(?=\s|$)/, /(?:^|[\s/])(?:webpack\s+serve|webpack-dev-server|live-server|nodemon|ts-node-dev|tsnd|node-dev)(?=\s|$)/, /(?:^|[\s/])(?:tsx\s+watch|node\s+--watch\S*|nest\s+start\s.*--(?:watch|debug))(?=\s|$)/,
  /^(?:\S*\/)?meteor(?:\s+run|\s*$)/, /^(?:\S*\/)?air(?:\s+-|\s*$)/, /(?:^|[\s/])(?:hugo\s+serve(?:r)?|jekyll\s+serve|mkdocs\s+serve)(?=\s|$)/,
];

function server(words: readonly string[]): StartTool | undefined {
  const text = words.join(' ');
  for (const pattern of servers) {
    const found = pattern.exec(text)?.[0].trim().replace(/^\S*\//, '').replace(/^\//, '');
    // Long commands are told of by their program and the word that makes the difference.
    const parts = found?.split(/\s+/) ?? [];
    if (found !== undefined) return { kind: 'development', tool: parts.length > 3 ? `${parts[0] ?? ''} ${parts.at(-1) ?? ''}` : parts.join(' ') };
  }
  return undefined;
}

/** What the words of a start command run first; `undefined` for programs that serve by themselves. */
export function startToolOf(all: readonly string[]): StartTool | undefined {
  const words = all.slice(wrappedBy(all));
  const shell = words.findIndex((word) => /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/.test(word));
  if (shell === 0 && /^-[a-z]*c$/.test(words[1] ?? '')) return startToolIn(words[2] ?? '');
  const name = (words[0] ?? '').replace(/^.*\//, '');
  if (name === 'npx') {
    const program = words.slice(1).filter((word, index) => index > 0 || !word.startsWith('-'));
    return program.length === 0 ? undefined : (server(program) ?? { kind: 'manager', tool: `npx ${program[0] ?? ''}` });
  }
  if (/^(?:npm|yarn|pnpm)$/.test(name)) return manager([name, ...words.slice(1)]);
  return buildTool(words) ?? server(words);
}

/** The same for a command line: what its last command, which stays running, starts. */
export function startToolIn(text: string): StartTool | undefined {
  const last = lastCommand(text)?.text.trim().replace(/^exec\s+/, '');
  return last === undefined || last === '' ? undefined : startToolOf(last.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2')));
}
