import { basename, join } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { isNoDotnetServer } from '../../../facts/dotnet/program.js';
import type {} from '../../../facts/health-route.js';
import { joinReads } from '../../../facts/join.js';
import { isAsked } from './asked.js';

/** The kind of project that Visual Studio makes for a web application of the .NET Framework. */
const webProject = /349c5851-65df-11da-9384-00065b846f21|e3e379df-f4c6-4180-9b81-6769533abe47/i;

function holds(model: Model, dir: string, names: readonly string[]): boolean {
  return names.some((name) => model.hasFile(dir === '' ? name : `${dir}/${name}`));
}

/** What starts a web application; a library of pages or a module of one has the same kind of project, but none of these. */
const starts = ['Program.cs', 'Startup.cs', 'Global.asax', 'Global.asax.cs'];

function isWebProject(model: Model, { value, module }: Fact<'build.module'>): boolean {
  const { Sdk = '', OutputType = '', ProjectTypeGuids = '' } = value.properties;
  if (isNoDotnetServer(model, `${module}/x`) || /^library$/i.test(OutputType) && Sdk !== '' || model.moduleOf(`${module}/x`).tool !== 'dotnet') return false;
  return /^Microsoft\.NET\.Sdk\.Web\b/.test(Sdk) || webProject.test(ProjectTypeGuids);
}

/** Whether another project takes this one in, with its pages. */
function isReferenced(model: Model, project: Fact<'build.module'>): boolean {
  const name = basename(project.file);
  return model.facts('build.module').some((other) => other.value.tool === 'dotnet' && other.module !== project.module && other.value.modules.some((path) => basename(path) === name && join(other.module, path) === project.file));
}

/** Whether a project is a web application that is deployed by itself. */
export function isDotnetWeb(model: Model, project: Fact<'build.module'>): boolean {
  if (!isWebProject(model, project)) return false;
  if (holds(model, project.module, starts)) return true;
  if (isReferenced(model, project)) return false;
  // Pages alone make an application only where no other project of the solution, which would carry them, starts.
  return holds(model, project.module, ['Web.config', 'web.config', 'Web.Config'])
    && !model.factsFor('build.module', project.file).some((other) => other !== project && other.value.tool === 'dotnet' && holds(model, other.module, starts) && isWebProject(model, other));
}

/** Web applications of .NET without a route that tells whether they work. */
export const dotnetHealth: ProjectCheck<'build.module'> = {
  subject: 'build.module', reads: [...joinReads, 'build.module', 'health.route'],
  check(subject, { model, report }) {
    if (subject.value.tool !== 'dotnet' || model.moduleOf(subject.file).buildFile !== subject.file || !isDotnetWeb(model, subject)) return;
    const { application } = model.moduleOf(subject.file);
    if (model.factsFor('health.route', subject.file).some(({ file }) => model.moduleOf(file).application === application) || isAsked(model, subject.module)) return;
    report({ say: 'missing', args: { name: subject.value.name }, data: { dir: subject.module, dotnet: true } });
  },
};
