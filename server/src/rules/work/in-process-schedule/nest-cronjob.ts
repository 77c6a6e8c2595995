import { basename, dirname, join } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/node/schedule.js';
import type {} from '../../../facts/node/server.js';
import type { CronSchedule } from '../../../generators/cron.js';
import { cronJobName } from '../../../generators/cronjob.js';
import { cronJobFiles, hasCompanions } from '../../../generators/cronjob-files.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import type { Plan } from '../../../syntax/typescript/plan.js';

interface Job {
  readonly plan: Plan;
  readonly className: string;
  readonly method: string;
  readonly waits: boolean;
  readonly when: CronSchedule;
  readonly source: string;
  readonly zone: string;
  readonly isNamed: boolean;
}

/** Other code may look for the job under its name. */
function isLookedUp(finding: Finding, model: Model): boolean {
  return jobOf(finding)?.isNamed === true && model.factsFor('nest.schedule-registry', finding.file).length > 0;
}

function jobOf({ data }: Finding): Job | undefined {
  return (data as { readonly nest?: Job | null } | null)?.nest ?? undefined;
}

/** The file that starts the application, where the command line of Nest puts it; `undefined` for code outside of its folder. */
function mainOf(file: string, model: Model): string | undefined {
  const { dir } = model.moduleOf(file);
  const source = dir === '' ? 'src' : `${dir}/src`;
  const main = `${source}/main.ts`;
  return file.startsWith(`${source}/`) && model.facts('node.app').some((fact) => fact.file === main && fact.value.framework === 'nest') ? main : undefined;
}

/** The root module and how the main file names its file: `import { AppModule } from './app.module'`. */
function rootModule(text: string): { readonly name: string; readonly from: string; readonly quote: string } | undefined {
  const name = /\bNestFactory\s*\.\s*create(?:<[^()]*>)?\(\s*(\w+)\s*[,)]/.exec(text)?.[1];
  const [, quote, from] = (name === undefined ? null : new RegExp(`\\bimport\\s*\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from\\s*(['"])([^'"]+)\\1`).exec(text)) ?? [];
  return name === undefined || quote === undefined || from === undefined ? undefined : { name, from, quote };
}

/** Folder of the compiled main file, as the scripts of `package.json` start it. */
function compiledFolder(file: string, model: Model): string | undefined {
  const { dir } = model.moduleOf(file);
  const scripts = model.facts('build.module').find((fact) => fact.module === dir && fact.value.tool === 'npm')?.value.scripts ?? {};
  const starting = Object.entries(scripts).flatMap(([name, script]) => (/^start(?::prod\w*)?$/.test(name) ? [script] : []));
  return starting.flatMap((script) => /\bnode\s+(?:-\S+\s+)*(?:\.\/)?([\w./-]*\/)main(?:\.js)?(?:\s|$)/.exec(script)?.[1] ?? [])[0];
}

/** A path from one folder to a file without its ending, as an import writes it. */
function relative(from: string, file: string): string {
  const inner = file.slice(from === '' ? 0 : from.length + 1).replace(/\.ts$/, '');
  return `./${inner}`;
}

/** A program that makes the application without its server, runs the method and ends. */
function program({ className, method, waits }: Job, root: NonNullable<ReturnType<typeof rootModule>>, path: string): readonly string[] {
  const quoted = (text: string): string => `${root.quote}${text}${root.quote}`;
  return [
    `import { NestFactory } from ${quoted('@nestjs/core')};`,
    `import { ${root.name} } from ${quoted(root.from)};`,
    ...(root.name === className ? [] : [`import { ${className} } from ${quoted(root.from.endsWith('.js') ? `${path}.js` : path)};`]),
    '',
    '/** A CronJob starts this program: it does the work once and ends. An error ends it with a code other than 0. */',
    'async function run(): Promise<void> {',
    `  const application = await NestFactory.createApplicationContext(${root.name});`,
    '  try {',
    `    ${waits ? 'await ' : ''}application.get(${className}).${method}();`,
    '  } finally {',
    '    await application.close();',
    '  }',
    '}',
    '',
    'run().then(',
    '  () => process.exit(0),',
    '  (error: unknown) => {',
    '    console.error(error);',
    '    process.exit(1);',
    '  },',
    ');',
    '',
  ];
}

/** The clock moves to Kubernetes: a CronJob starts a program beside the server's, which runs the method of the provider and ends; the decorator goes. */
export const nestCronJob: Fix = {
  key: 'cronjob-nest',
  title: { en: 'Let a Kubernetes CronJob start it', ko: 'Kubernetes CronJob이 시작하게 하기' },
  safety: 'review',
  applies: (finding, model) => finding.severity !== 'info' && jobOf(finding) !== undefined && !isLookedUp(finding, model) && mainOf(finding.file, model) !== undefined && compiledFolder(finding.file, model) !== undefined,
  edits(input) {
    const { finding, model, text } = input;
    const { file } = finding;
    const job = jobOf(finding);
    const main = mainOf(file, model);
    const now = text(file);
    const root = main && rootModule(text(main) ?? '');
    const folder = compiledFolder(file, model);
    const code = job && carriedOut(file, now, job.plan);
    if (!job || !code || main === undefined || now === undefined || !root || folder === undefined) return undefined;
    const name = cronJobName(`${job.className}-${job.method}`);
    const created = join(dirname(main), `${name}.job.ts`) ?? `${name}.job.ts`;
    const lines = program(job, root, relative(dirname(main), file));
    return [
      ...code,
      { do: 'create', path: created, text: lines.join(lineEnding(now)), ifExists: 'refuse' },
      ...cronJobFiles(input, {
        name, job: `${job.className}.${job.method}`, when: job.when, source: job.source, zone: job.zone === '' ? undefined : job.zone, trigger: [],
        command: ['node', `${folder}${basename(created).replace(/\.ts$/, '.js')}`], companions: hasCompanions(input),
      }),
    ];
  },
};
