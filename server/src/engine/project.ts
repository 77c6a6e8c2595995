import { hash } from '../base/hash.js';
import type { Finding } from '../contract/finding.js';
import type { AnyProjectCheck, ProjectContext, ProjectFound, Rule } from '../contract/rule.js';
import type { Fact, FactKind, Model } from '../contract/workspace.js';
import { groupId, type FileResult } from './analyze-file.js';
import type { WorkspaceModel } from './model.js';

type Failure = FileResult['failures'][number];

interface Found {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** File of the subject of each finding, by fingerprint. */
  readonly subjects: ReadonlyMap<string, string>;
}

/** Runs the wanted project checks of all rules over the model, on the subjects of some files or of all. */
export function checkProject(rules: readonly Rule[], model: WorkspaceModel, wanted: (check: AnyProjectCheck) => boolean, files?: ReadonlySet<string>): Found {
  const subjects = new Map<string, string>();
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const ordinals = new Map<string, number>();
  for (const rule of rules) {
    for (const check of (rule.project ?? []).filter(wanted)) {
      // One context serves all subjects: a workspace may have a hundred thousand of them, of which hardly any is told of.
      const at: { subject?: Fact } = {};
      const cx = context(rule, check, model, (found) => {
        const finding = at.subject && toFinding(rule, at.subject, model, found);
        if (!finding) return;
        const ordinal = ordinals.get(finding.fingerprint) ?? 0;
        ordinals.set(finding.fingerprint, ordinal + 1);
        const own = ordinal === 0 ? finding : { ...finding, fingerprint: hash(finding.fingerprint, String(ordinal)) };
        findings.push(own);
        subjects.set(own.fingerprint, at.subject?.file ?? own.file);
      });
      for (const subject of model.subjectsOf(check, files)) {
        at.subject = subject;
        try {
          (check.check as (subject: Fact, cx: ProjectContext) => void)(subject, cx);
        } catch (error) {
          failures.push({ owner: rule.meta.id, file: subject.file, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        }
      }
    }
  }
  return { findings, failures, subjects };
}

function context(rule: Rule, check: AnyProjectCheck, model: Model, report: ProjectContext['report']): ProjectContext {
  return {
    model,
    facts: <K extends FactKind>(kind: K) => {
      if (kind !== check.subject && !check.reads.includes(kind)) throw new Error(`${rule.meta.id} asks for facts of kind ${kind} that it does not declare in reads`);
      return model.facts(kind);
    },
    report,
  };
}

function toFinding(rule: Rule, subject: Fact, model: Model, found: ProjectFound): Finding {
  const { file, range } = found.at ?? subject;
  const module = model.moduleOf(file);
  return {
    rule: rule.meta.id,
    severity: found.severity ?? rule.meta.severity,
    confidence: found.confidence ?? rule.meta.confidence,
    file, range, say: found.say, args: found.args ?? {},
    related: (found.also ?? []).map((place) => ({ file: place.file, range: place.range, say: place.say, args: place.args ?? {} })),
    data: found.data ?? null,
    module: module.dir,
    ...(found.cause === undefined ? {} : { group: groupId(rule.meta.id, module, found.cause) }),
    ...(subject.reachedBy && !found.at ? { reachedBy: subject.reachedBy } : {}),
    // Manifests repeat: the message's own arguments (names of workloads) tell subjects of one file apart.
    fingerprint: hash(rule.meta.id, found.say, file, JSON.stringify(found.args ?? {})),
  };
}
