import type { Document } from 'yaml';
import { profileKind } from '../../syntax/config-file.js';
import { items, pairOf, text, type YamlNode } from '../../syntax/yaml/ask.js';

/** Words of `entrypoint` and `command`, joined. */
export function commandText(doc: Document.Parsed, service: YamlNode | undefined): string {
  const words = ['entrypoint', 'command'].flatMap((key) => {
    const node = pairOf(doc, service, key)?.value ?? undefined;
    return node ? [text(node) ?? items(doc, node).flatMap((item) => text(item) ?? []).join(' ')] : [];
  });
  return words.join(' ').trim();
}

/** A service that runs the tests, by its name or command. */
export function isForTests(name: string, command: string): boolean {
  return /^(?:[\w-]+[-_])?(?:tests?|e2e|cypress|playwright|selenium)$/.test(name) || /\b(?:pytest|tox|phpunit|rspec|jest|mocha|(?:make|npm|yarn|pnpm|go|cargo|dotnet|gradlew?|mvnw?|manage\.py)\s+(?:run\s+)?test)\b/.test(command);
}

/** Programs that restart on each change, or serve what a bundler makes in memory. */
const reloads = /\b(?:runserver|nodemon|ts-node-dev|tsx\s+watch|webpack(?:-dev-server|\s+serve)|vite(?!\s+(?:build|preview))|ng\s+serve|react-scripts\s+start|next\s+dev|nuxt\s+dev|dotnet\s+watch|air|CompileDaemon|reflex|spring-boot:run|bootRun|livereload|uvicorn\b.*--reload|gunicorn\b.*--reload|flask\b.*--(?:debug|reload)|php\s+artisan\s+serve|php\s+-S|(?:npm|yarn|pnpm|bun)\s+(?:run\s+)?(?:dev|watch|start[:-]dev|develop|dev[:-][\w:-]+)|--reload)(?=\s|$|["'\]])/;

/** Whether a command starts a program for developers. */
export function startsForDevelopment(command: string): boolean {
  return reloads.test(command);
}

const stageVariable = /^(?:NODE|APP|RAILS|RACK|FLASK|DJANGO|ASPNETCORE|DOTNET|SYMFONY|GO|ENV|PHX|MIX|QUARKUS|MICRONAUT)?_?(?:ENV|ENVIRONMENT|ENVIRONMENTS|PROFILE)$/;

/** Whether a variable says that the program runs for developers or tests: `NODE_ENV=development`. */
export function saysDevelopment(name: string, value: string): boolean {
  if (name === 'FLASK_DEBUG' || name === 'WERKZEUG_DEBUG_PIN') return /^(?:1|true|on)$/i.test(value);
  return stageVariable.test(name) && ['development', 'test'].includes(profileKind(value)) && /^\w+$/.test(value);
}

/** Whether a stage or profile by its name is for developers: `dev`, `development`, `debug`, `test-tools`. */
export function namesDevelopment(name: string): boolean {
  return /(?:^|[-_.])(?:dev|devel|develop|development|dev-envs|debug|debugging|tests?|testing|e2e|local|tools?|mock\w*|stubs?|fake\w*|devtools?)(?:$|[-_.])/i.test(name);
}
