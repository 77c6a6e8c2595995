import type { Finding, Problem } from '../contract/finding.js';
import type { AnyProjectCheck } from '../contract/rule.js';
import type { Settings } from '../contract/workspace.js';
import { assumedFacts } from '../facts/assumptions.js';
import { effectiveModule } from '../facts/build/effective.js';
import { isNoDotnetServer, isUnreadDotnetSetting } from '../facts/dotnet/program.js';
import { isNoServer, isWindowedPython } from '../facts/program-kind.js';
import type { FileResult } from './analyze-file.js';
import { clear } from './clear.js';
import { group } from './group.js';
import type { Mentions } from './mentions.js';
import { byPlace, WorkspaceModel } from './model.js';
import type { Plan } from './plan.js';
import { checkProject } from './project.js';
import { Reach } from './reach.js';
import type { Ruleset } from './ruleset.js';
import { settingsFile } from './settings.js';

/** What a workspace comes to once every file was read. */
export interface Conclusion {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly failures: FileResult['failures'];
  readonly model: WorkspaceModel;
}

/** What the project checks came to. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly failures: FileResult['failures'];
}

/** Model → clearing → grouping → project checks → severities; the order of files does not matter. */
export function conclude(results: Iterable<FileResult>, plan: Plan, listed: readonly string[], settings: Settings, ruleset: Ruleset, mentions: Mentions): Conclusion {
  const all = [...results].sort(byPath);
  const applications = [...new Set(plan.modules.all.map((module) => module.application))];
  const assumed = { path: settingsFile, facts: assumedFacts(settings, settingsFile, applications) };
  const sources = [...all, assumed].sort(byPath).map(({ facts }) => facts);
  const model = new WorkspaceModel(settings, plan.modules, listed, sources);
  const reach = new Reach(mentions, model, (file) => effectiveModule(model, model.moduleOf(file).dir)?.packaging !== 'war');
  const settle = (found: readonly Finding[]): readonly Finding[] =>
    configure(group(found.filter((finding) => isServed(finding, model) && reach.isReached(finding)).map((finding) => clear(finding, ruleset, model)).filter((finding) => finding !== undefined)), settings);
  const fromFiles = settle(all.flatMap((result) => result.findings));
  model.addFindings(fromFiles);
  const checked = check(ruleset, model, settle);
  return {
    findings: [...fromFiles, ...checked.findings].sort(byPlaceAndRule),
    problems: all.flatMap((result) => result.problems),
    failures: [...all.flatMap((result) => result.failures), ...checked.failures],
    model,
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** Code of agents, tools and programs with windows is run by none of the replicas that the rules speak of. */
function isServed({ file }: Finding, model: WorkspaceModel): boolean {
  if (/\.(?:cs|config|json)$/i.test(file)) return !isNoDotnetServer(model, file) && !isUnreadDotnetSetting(model, file);
  if (file.endsWith('.py')) return !isWindowedPython(model, file);
  return !/\.(?:java|kt)$/.test(file) || !isNoServer(model, file);
}

/** 0: reads facts alone; 1: reads findings as well; 2: also what checks of the stages before found. */
function stageOf({ reads, last }: AnyProjectCheck): number {
  return last ? 2 : reads.includes('finding') ? 1 : 0;
}

/** Runs the project checks stage by stage. Those that join findings with manifests come last. */
function check(ruleset: Ruleset, model: WorkspaceModel, settle: (found: readonly Finding[]) => readonly Finding[]): Checked {
  const stages = [0, 1, 2].map((stage) => {
    const { findings, failures } = checkProject(ruleset.rules, model, (each) => stageOf(each) === stage);
    const settled = settle(findings);
    model.addFindings(settled);
    return { findings: settled, failures };
  });
  return { findings: stages.flatMap(({ findings }) => findings), failures: stages.flatMap(({ failures }) => failures) };
}

/** Order of findings: by file, place and rule. */
export function byPlaceAndRule(a: Finding, b: Finding): number {
  return byPlace(a, b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Applies the severities of `monolift.yaml`. */
export function configure(findings: readonly Finding[], settings: Settings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const wanted = settings.severity[finding.rule];
    if (wanted === undefined) return [finding];
    return wanted === 'off' ? [] : [{ ...finding, severity: wanted }];
  });
}
