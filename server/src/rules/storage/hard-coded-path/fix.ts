import type { Finding } from '../../../contract/finding.js';
import type { Fix } from '../../../contract/rule.js';
import type {} from '../../../facts/java/datasource.js';
import { environmentEdits } from '../../../generators/environment-entry.js';
import { workloadOf } from '../../../generators/shared-volume.js';
import { plainValue, withPlaceholder } from '../../../syntax/placeholder-edit.js';
import { addImports } from '../../../syntax/python/edit.js';
import type { PathData } from './report.js';

export function dataOf(finding: Finding): PathData {
  return finding.data as unknown as PathData;
}

/** The environment decides, filled from a ConfigMap where one workload of the workspace runs this code; what stood there remains the default. */
export const pathFromEnvironment: Fix = {
  key: 'path-from-environment',
  title: { en: 'Read the path from the environment', ko: '경로를 환경 변수에서 읽기' },
  safety: 'review',
  applies(finding, model) {
    const { variable, filledBy } = dataOf(finding);
    return variable !== '' && filledBy !== 'nobody' && (filledBy !== 'beans' || model.factsFor('spring.placeholders', finding.file).length > 0);
  },
  edits(input) {
    const { finding, model, text } = input;
    const { start, end, variable, filledBy } = dataOf(finding);
    const now = text(finding.file);
    if (now === undefined || end > now.length || finding.range.start !== start) return undefined;
    const written = now.slice(start, end);
    const isPython = finding.file.endsWith('.py');
    const isNode = /\.[cm]?[jt]sx?$/.test(finding.file);
    const replaced = isNode ? `process.env.${variable} ?? ${written}` : isPython ? `os.environ.get("${variable}", ${written})` : filledBy === 'code' ? `System.getenv().getOrDefault("${variable}", ${written})` : withPlaceholder(finding.file, now, { start, end }, variable);
    const value = plainValue(finding.file, now, { start, end });
    const entries = value === undefined || !workloadOf(model, finding) ? [] : [{ from: 'configMap' as const, variable, value }];
    return [{ do: 'replace', file: finding.file, span: { start, end }, text: replaced }, ...(isPython ? addImports(finding.file, now, 'import os') : []), ...environmentEdits(input, finding, entries)];
  },
};
