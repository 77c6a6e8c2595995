import { extension } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { isFilledIn } from '../../../facts/java/datasource.js';
import { environmentEdits } from '../../../generators/environment-entry.js';
import { addImports } from '../../../syntax/python/edit.js';
import { rootOf } from '../../../syntax/xml/ask.js';
import { readRoot } from '../../../syntax/xml/edit.js';
import type { CredentialData } from './report.js';

type Place = CredentialData['places'][number];

export function dataOf(finding: Finding): CredentialData {
  return finding.data as unknown as CredentialData;
}

/** What takes the place of a value: no default, because the old value is what must go. An empty one keeps the application starting. */
function replacement(file: string, text: string, { start, end, variable }: Place): string {
  const written = text.slice(start, end);
  const kind = extension(file);
  if (kind === 'py') return `os.environ["${variable}"]`;
  // ASP.NET Core takes a variable of the setting's own name in the place of the value.
  if (kind === 'json') return '""';
  if (kind === 'cs') return `System.Environment.GetEnvironmentVariable("${variable}")`;
  // TypeScript wants a text where the variable may be missing; an empty one opens nothing.
  if (/^[cm]?tsx?$/.test(kind)) return `process.env.${variable} ?? ''`;
  if (/^[cm]?jsx?$/.test(kind)) return `process.env.${variable}`;
  if (kind === 'java') return `System.getenv("${variable}")`;
  if (kind === 'xml') return isLiberty(text) ? `\${env.${variable}}` : `\${${variable}:}`;
  const quote = kind === 'properties' ? '' : (/^(['"])[^]*\1$/.exec(written)?.[1] ?? '');
  return `${quote}\${${variable}:}${quote}`;
}

function isLiberty(text: string): boolean {
  const root = readRoot(text);
  return root !== undefined && rootOf(root).local === 'server';
}

function fileEdits({ finding, text, model }: FixInput, places: readonly Place[]): readonly Edit[] | undefined {
  const { file } = finding;
  const current = text(file);
  if (current === undefined || places.some(({ start, end }) => end > current.length || start >= end)) return undefined;
  if (extension(file) === 'xml' && !isLiberty(current) && model.factsFor('spring.placeholders', file).length === 0) return undefined;
  const edits = places.map((place): Edit => ({ do: 'replace', file, span: place, text: replacement(file, current, place) }));
  return extension(file) === 'py' ? [...edits, ...addImports(file, current, 'import os')] : edits;
}

/** The environment gives the values; workloads of the workspace take them from a Secret that is written without them. */
export const environmentSecret: Fix = {
  key: 'environment-secret',
  title: { en: 'Read the credentials from the environment, filled from a Secret', ko: '인증 정보를 Secret에서 채우는 환경 변수로 옮기기' },
  safety: 'review',
  applies(finding, model) {
    if (dataOf(finding).places.length === 0 || finding.say.startsWith('manifest')) return false;
    switch (extension(finding.file)) {
      case 'xml':
        return finding.file.endsWith('server.xml') || model.factsFor('spring.placeholders', finding.file).length > 0;
      case 'properties': case 'yml': case 'yaml':
        return isFilledIn(model, finding.file);
      default:
        return true;
    }
  },
  edits(input) {
    const { places } = dataOf(input.finding);
    const edits = fileEdits(input, places);
    const variables = [...new Set(places.map(({ variable }) => variable))];
    return edits && [...edits, ...environmentEdits(input, input.finding, variables.map((variable) => ({ from: 'secret', variable })))];
  },
};
