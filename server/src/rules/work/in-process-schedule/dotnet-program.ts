import { lineEnding } from '../../../base/text.js';
import type { Edit, FixInput } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/dotnet/hosted.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import { addUsing } from '../../../syntax/csharp/edit.js';
import { onceLines } from '../../../syntax/csharp/program.js';

/** A job that a program does once when `APP_JOB` names it. */
export interface OnceJob {
  readonly name: string;
  /** Expression that does the work, with the services of `jobScope`. */
  readonly work: string;
  /** Whether it gives a task, which has to be waited for. */
  readonly waits: boolean;
}

/** The one host that the project around a file builds; `undefined` for several, and for releases whose language lacks what the new statements need. */
export function hostAround(model: Model, file: string): Fact<'dotnet.host'> | undefined {
  const { dir } = model.moduleOf(file);
  const hosts = model.facts('dotnet.host').filter(({ module }) => module === dir);
  const old = model.facts('build.module').some(({ module, value }) => module === dir && /^(?:netcoreapp[12]|net4)/.test(value.properties['TargetFramework'] ?? ''));
  return hosts.length === 1 && !old ? hosts[0] : undefined;
}

/** Lets the program do jobs once and end; `changes` are further ones of files, by the hash of the text they were planned for. */
export function programEdits({ text }: Pick<FixInput, 'text'>, host: Fact<'dotnet.host'>, jobs: readonly OnceJob[]): readonly Edit[] | undefined {
  const { file, value } = host;
  const now = text(file);
  if (now === undefined) return undefined;
  const eol = lineEnding(now);
  const statement = ({ work, waits }: OnceJob): string => (!waits ? `${work};` : value.waits ? `await ${work};` : `${work}.GetAwaiter().GetResult();`);
  const lines = jobs.flatMap((job) => ['', ...onceLines(value.services, job.name, statement(job))]);
  const block = lines.map((line) => `${line === '' ? '' : value.indent}${line}${eol}`).join('');
  const gap = value.behind === '' && !/^[ \t]*(?:\r?\n|$)/.test(now.slice(value.end)) ? eol : '';
  const edits = carriedOut(file, now, { hash: value.hash, edits: [{ start: value.start, end: value.end, text: `${value.before}${block}${value.behind}${gap}` }] });
  return edits && [...addUsing(file, now, 'Microsoft.Extensions.DependencyInjection'), ...edits];
}
