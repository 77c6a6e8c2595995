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
  /** Where project checks looked when they found something: file of the subject, by fingerprint. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly model: WorkspaceModel;
}

/** What was found out of all files, and what a conclusion needs beside it. */
export interface Analyzed {
  readonly results: Iterable<FileResult>;
  readonly plan: Plan;
  /** Paths of all files below the root. */
  readonly listed: readonly string[];
  readonly settings: Settings;
  readonly ruleset: Ruleset;
  readonly mentions: Mentions;
}

/** What the project checks came to. */
interface Checked extends Pick<Conclusion, 'findings' | 'failures' | 'subjects'> {}

/** Model → clearing → grouping → project checks → severities; the order of files does not matter. */
export function conclude(analyzed: Analyzed): Conclusion {
  const all = [...analyzed.results].sort(byPath);
  const model = modelOf(all, analyzed);
  const weigh = weighing(model, analyzed);
  const settle = (found: readonly Finding[]): readonly Finding[] => configure(group(weigh(found)), analyzed.settings);
  const fromFiles = settle(all.flatMap((result) => result.findings));
  model.addFindings(fromFiles);
  const checked = checkAll(analyzed.ruleset, model, settle);
  return {
    findings: [...fromFiles, ...checked.findings].sort(byPlaceAndRule),
    problems: all.flatMap((result) => result.problems),
    failures: [...all.flatMap((result) => result.failures), ...checked.failures],
    subjects: checked.subjects,
    model,
  };
}

/** All facts, and what the settings let us assume. `sorted`: results in the order of their paths. */
export function modelOf(sorted: readonly FileResult[], { plan, listed, settings }: Analyzed): WorkspaceModel {
  const applications = [...new Set(plan.modules.all.map((module) => module.application))];
  const assumed = { path: settingsFile, facts: assumedFacts(settings, settingsFile, applications) };
  return new WorkspaceModel(settings, plan.modules, listed, [...sorted, assumed].sort(byPath).map(({ facts }) => facts));
}

/** Leaves out what no replica runs and nothing leads to, and weighs the rest by the evidence of other files. */
export function weighing(model: WorkspaceModel, { ruleset, mentions }: Analyzed): (found: readonly Finding[]) => readonly Finding[] {
  const reach = new Reach(mentions, model, (file) => effectiveModule(model, model.moduleOf(file).dir)?.packaging !== 'war');
  return (found) => found.flatMap((finding) => (isServed(finding, model) && reach.isReached(finding) ? clear(finding, ruleset, model) ?? [] : []));
}

/** Order of results: by path. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
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

/** Runs the project checks stage by stage, on the subjects of some files or of all. Those that join findings with manifests come last. */
export function checkAll(ruleset: Ruleset, model: WorkspaceModel, settle: (found: readonly Finding[]) => readonly Finding[], files?: ReadonlySet<string>): Checked {
  const stages = [0, 1, 2].map((stage) => {
    const checked = checkProject(ruleset.rules, model, (each) => stageOf(each) === stage, files);
    const findings = settle(checked.findings);
    model.addFindings(findings);
    return { ...checked, findings };
  });
  return { findings: stages.flatMap(({ findings }) => findings), failures: stages.flatMap(({ failures }) => failures), subjects: new Map(stages.flatMap(({ subjects }) => [...subjects])) };
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
