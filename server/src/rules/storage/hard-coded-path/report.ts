import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import type { Severity } from '../../../contract/finding.js';
import { absolutePath, baseFolder, isOfTheSystem, isPagePath, isTemporaryPath, type FilePath } from '../../../syntax/file-path.js';

/** What the fixes need to know. */
export interface PathData {
  /** Key of the setting; '' in code. */
  readonly setting: string;
  /** Profile of that setting; '' for the default one and in code. */
  readonly profile: string;
  readonly path: string;
  /** The value as written, quotes included. */
  readonly start: number;
  readonly end: number;
  /** Environment variable that may take the place; '' when nothing can stand there. */
  readonly variable: string;
  /** `beans`: a placeholder stands there only when something resolves it. */
  readonly filledBy: 'boot' | 'beans' | 'code' | 'nobody';
}

export interface Found {
  readonly at: Span;
  /** Key, property or variable; '' when nothing names it. */
  readonly name: string;
  readonly path: FilePath;
  /** As the reader wrote it. */
  readonly shown: string;
  readonly data: Omit<PathData, 'path'>;
  readonly severity?: Severity | undefined;
  readonly confidence?: 'high' | 'medium' | 'low' | undefined;
}

/** A path of a machine; `undefined` for what every pod has or makes anew, for pages and for all other text. */
export function machinePath(value: string): FilePath | undefined {
  const path = absolutePath(value);
  if (!path || isOfTheSystem(path) || isPagePath(path) || (path.kind === 'posix' && isTemporaryPath(path))) return undefined;
  return path;
}

/** Paths below one folder share their cause: one decision moves them all. */
export function report(cx: RuleFileContext, { at, name, path, shown, data, severity, confidence }: Found): void {
  const topic = path.kind === 'drive' ? 'drive' : path.kind === 'unc' ? 'share' : 'path';
  cx.report({
    at, say: name === '' ? `${topic}-code` : topic, args: name === '' ? { path: shown } : { name, path: shown }, cause: `folder ${baseFolder(path).toLowerCase()}`,
    ...(severity === undefined ? {} : { severity }), confidence: confidence ?? 'high', data: { ...data, path: path.path },
  });
}
