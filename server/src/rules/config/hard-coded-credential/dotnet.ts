import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { appSettings, appsettingsGlobs, environmentOf } from '../../../syntax/appsettings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { callName, createdType, enclosing, enclosingType, field, isString, modifiers, nameOf, plain, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isPreset } from '../../../syntax/csharp/presets.js';
import { isDesignTime } from '../../../syntax/csharp/surroundings.js';
import { variableName } from '../../../syntax/names.js';
import { isSequence, knownKeyNeedle, secretIn } from '../../../syntax/secret-value.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { report } from './report.js';

/** Secrets in appsettings files: one finding per file. */
export const appsettingsCredential = ruleMatcher({
  language: 'json', files: appsettingsGlobs, needles: 'always',
  on: {
    document({ root }, cx) {
      const kind = profileKind(environmentOf(cx.path)?.toLowerCase());
      if (kind === 'test') return;
      const found = appSettings(root).flatMap(({ key, value, keySpan, valueSpan }) => {
        const secret = isMark(value) ? undefined : secretIn(key.replaceAll(':', '.'), value);
        return secret === undefined ? [] : [{ name: key, at: keySpan, value: valueSpan, kind: secret }];
      });
      report(cx, found, {
        say: 'setting', ...(kind === 'development' ? { severity: 'info' as const } : {}),
        data: { settings: found.map(({ name }) => name), default: kind === 'default', development: kind === 'development', places: found.flatMap(({ name, value }) => (/^[\w:.-]+$/.test(name) ? [{ ...value, variable: name.replaceAll(':', '__') }] : [])) },
      });
    },
  },
});

/** A word in capitals that keeps the place of a value: `SECRET`. */
function isMark(value: string): boolean {
  return /^[A-Z]+(?:[_-][A-Z]+)*$/.test(value);
}

/** The name that a literal is given: variable, field, property, named argument, assigned member or key of an index. */
function nameBeside(literal: CsNode): string {
  const holder = literal.parent;
  if (holder?.type === 'variable_declarator' || holder?.type === 'property_declaration') return nameOf(holder);
  if (holder?.type === 'assignment_expression' && field(holder, 'right')?.id === literal.id) return plain(field(holder, 'left')).split('.').at(-1) ?? '';
  return holder?.type === 'argument' ? (field(holder, 'name')?.text ?? '') : '';
}

/** A text without a name is a secret where it is handed to what connects; in a log or a help text it shows how to write one. */
function isHanded(literal: CsNode): boolean {
  const call = literal.parent?.type === 'argument' ? literal.parent.parent?.parent : undefined;
  if (call?.type === 'object_creation_expression') return /Connection|Client|Builder|Factory$/.test(createdType(call));
  return call?.type === 'invocation_expression' ? /^(?:Use\w+|Connect\w*|Add\w+|Create\w*|Parse)$/.test(callName(call)) && !/Append|Log/.test(callName(call)) : literal.parent?.type === 'return_statement';
}

/** Whether a call may stand in the place of the literal: constants, defaults of parameters and labels need a literal. */
function mayBeComputed(literal: CsNode): boolean {
  const declaration = enclosing(literal, 'field_declaration', 'local_declaration_statement', 'parameter', 'case_switch_label', 'constant_pattern', 'expression_statement', 'return_statement');
  return declaration !== undefined && !['parameter', 'case_switch_label', 'constant_pattern'].includes(declaration.type) && !modifiers(declaration).has('const');
}

function check(literal: CsNode, cx: RuleFileContext): void {
  if (!isString(literal) || enclosing(literal, 'attribute') || isDesignTime(literal)) return;
  const name = nameBeside(literal);
  const kind = secretIn(name, stringValue(literal) ?? '');
  // A constant whose value is its own name is one of a list of words.
  if ((stringValue(literal) ?? '').toLowerCase() === name.toLowerCase()) return;
  // The names of settings, claims and columns are constants too.
  if (kind !== 'secret' || (name === '' && !isHanded(literal)) || /^-----BEGIN[^-]*-----\W*$/.test(stringValue(literal) ?? '') || choice(literal).kind === 'development') return;
  const type = enclosingType(literal);
  report(cx, [{ name: name === '' ? 'connectionString' : name, at: span(literal), value: span(literal), kind }], {
    // The password that another program comes with, until somebody enters their own.
    say: 'code', ...(isPreset(literal) ? { severity: 'info' as const } : {}), data: { settings: [], default: false, places: mayBeComputed(literal) ? [{ ...span(literal), variable: variableName(name === '' ? 'connectionString' : name, type ? nameOf(type) : '') }] : [] },
  });
}

/** Secrets in C#: by the name they are given, by their shape, and in connection strings. */
export const csharpCredential = ruleMatcher({
  language: 'csharp',
  needles: [[/(?:[Pp]ass(?:word|wd|phrase)|[Pp]wd|[Ss]ecret|[Tt]oken|_?[Kk]ey)\w{0,6}\s*[=:]\s*@?"(?=[^"\s]*\d)[^"\s]{6,}"/], [knownKeyNeedle], [/"[^"\n]*;\s*(?:[Pp]assword|[Pp]wd|AccountKey|SharedAccessKey)\s*=\s*[^;"{\s]/]],
  on: { string_literal: check, verbatim_string_literal: check },
});

/** Keys of the .NET Framework that protect cookies and view state of all environments alike. */
export const machineKeyCredential = ruleMatcher({
  language: 'xml', files: ['**/[Ww]eb.[Cc]onfig'], needles: [['machineKey']],
  on: {
    machineKey(element, cx) {
      const found = ['validationKey', 'decryptionKey'].flatMap((name) => {
        const key = attribute(element, name);
        return key && /^[\dA-F]{16,}(?:,IsolateApps)?$/i.test(key.value) && !isSequence(key.value) ? [{ name: `<machineKey ${name}>`, at: key.valueSpan, value: key.valueSpan, kind: 'secret' as const }] : [];
      });
      report(cx, found, { say: 'setting', data: { settings: [], default: false, places: [] } });
    },
  },
});
