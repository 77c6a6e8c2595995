import { ts, type Node } from 'ts-morph';
import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { appSettings } from '../../syntax/appsettings.js';
import { profileKind } from '../../syntax/config-file.js';
import { environmentOfFile, uploadFolder } from '../../syntax/upload-folder.js';
import { bare } from '../../syntax/typescript/functions.js';
import type {} from '../upload-directory.js';

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  /** The variable in whose place the value stands as default. */
  readonly variable?: string | undefined;
}

function emit(cx: FactFileContext, { key, value, keySpan, valueSpan, variable }: Setting): void {
  const profile = environmentOfFile(cx.path);
  const found = keySpan.end > keySpan.start && !['development', 'test'].includes(profileKind(profile)) ? uploadFolder(key, value) : undefined;
  if (found) cx.emit('storage.upload-directory', keySpan, { ...found, variables: variable === undefined ? found.variables : [variable], key, filledBy: 'nobody', written: valueSpan, ...(profile === undefined ? {} : { profile }) });
}

/** `'./uploads'`, `process.env.UPLOAD_DIR || './uploads'`, `path.join(__dirname, '../uploads')`. */
function valueOf(written: ts.Expression): { readonly value: string; readonly variable?: string } | undefined {
  const node = bare(written);
  if (ts.isStringLiteralLike(node)) return { value: node.text };
  if (ts.isBinaryExpression(node) && /^(?:\|\||\?\?)$/.test(node.operatorToken.getText())) {
    const variable = /^process\.env\.(\w+)$/.exec(node.left.getText())?.[1];
    const inner = variable === undefined ? undefined : valueOf(node.right);
    return inner && variable !== undefined ? { ...inner, variable } : undefined;
  }
  if (!ts.isCallExpression(node) || !/(?:^|\.)(?:join|resolve)$/.test(node.expression.getText())) return undefined;
  const [first, ...others] = node.arguments;
  const fromProcess = first !== undefined && /^(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)$/.test(first.getText());
  const parts = others.flatMap((each) => (ts.isStringLiteralLike(each) ? [each.text.replace(/^\.\//, '')] : []));
  return fromProcess && parts.length > 0 && parts.length === others.length ? { value: /^\.\./.test(parts[0] ?? '') ? parts.join('/') : `./${parts.join('/')}` } : undefined;
}

/** Keys from the outermost object: `upload.dir`. */
function keyOf(property: ts.PropertyAssignment): string {
  const names: string[] = [];
  for (let at: ts.Node = property; at.parent; at = at.parent) if (ts.isPropertyAssignment(at)) names.unshift(at.name.getText().replace(/^['"]|['"]$/g, ''));
  return names.join('.');
}

function onProperty(node: Node, cx: FactFileContext): void {
  const property = node.compilerNode as ts.PropertyAssignment;
  const found = valueOf(property.initializer);
  if (!found) return;
  emit(cx, { key: keyOf(property), ...found, keySpan: { start: property.name.getStart(), end: property.name.getEnd() }, valueSpan: { start: property.initializer.getStart(), end: property.initializer.getEnd() } });
}

/** Folders of uploads that the settings of Node applications name. */
export const nodeUploadFacts: FactExtractor = {
  kinds: ['storage.upload-directory'],
  matchers: [
    factMatcher({
      language: 'json', files: ['**/config/*.json', '**/config.json', '**/settings.json'], needles: [[/upload|attach/i]],
      on: {
        document({ root }, cx) {
          // Names of variables stand here, which take the place of what other files say.
          if (cx.path.endsWith('/custom-environment-variables.json')) return;
          for (const setting of appSettings(root)) emit(cx, { ...setting, key: setting.key.replaceAll(':', '.') });
        },
      },
    }),
    factMatcher({
      language: 'typescript', files: ['**/config/**/*.{js,cjs,mjs,ts}', '**/{config,settings,configuration}.{js,cjs,mjs,ts}'], needles: [[/(?:upload|attach)\w*['"]?\s*:/i]],
      on: { PropertyAssignment: onProperty },
    }),
  ],
};
