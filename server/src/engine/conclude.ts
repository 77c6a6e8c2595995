import type { Finding, Problem } from '../contract/finding.js';
import type { Settings } from '../contract/workspace.js';
import { assumedFacts } from '../facts/assumptions.js';
import type { FileResult } from './analyze-file.js';
import { clear } from './clear.js';
import { group } from './group.js';
import { byPlace, WorkspaceModel } from './model.js';
import type { Plan } from './plan.js';
import { checkProject } from './project.js';
import type { Ruleset } from './ruleset.js';
import { settingsFile } from './settings.js';

/** What a workspace comes to once every file was read. */
export interface Conclusion {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly failures: FileResult['failures'];
  readonly model: WorkspaceModel;
}

/** Model → clearing → grouping → project checks → severities; the order of files does not matter. */
export function conclude(results: Iterable<FileResult>, plan: Plan, listed: readonly string[], settings: Settings, ruleset: Ruleset): Conclusion {
  const all = [...results].sort((a, b) => (a.path < b.path ? -1 : 1));
  const applications = [...new Set(plan.modules.all.map((module) => module.application))];
  const facts = [...all.flatMap((result) => result.facts), ...assumedFacts(settings, settingsFile, applications)];
  const model = new WorkspaceModel(settings, plan.modules, listed, facts);
  const open = all.flatMap((result) => result.findings).map((finding) => clear(finding, ruleset, model)).filter((finding) => finding !== undefined);
  const fileFindings = configure(group(open), settings);
  for (const finding of [...fileFindings].sort(byPlace)) {
    model.add({ kind: 'finding', file: finding.file, range: finding.range, module: finding.module, value: finding });
  }
  const project = checkProject(ruleset.rules, model);
  const projectFindings = configure(group(project.findings.map((finding) => clear(finding, ruleset, model)).filter((finding) => finding !== undefined)), settings);
  return {
    findings: [...fileFindings, ...projectFindings].sort((a, b) => byPlace(a, b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)),
    problems: all.flatMap((result) => result.problems),
    failures: [...all.flatMap((result) => result.failures), ...project.failures],
    model,
  };
}

/** Applies the severities of `monolift.yaml`. */
function configure(findings: readonly Finding[], settings: Settings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const wanted = settings.severity[finding.rule];
    if (wanted === undefined) return [finding];
    return wanted === 'off' ? [] : [{ ...finding, severity: wanted }];
  });
}
