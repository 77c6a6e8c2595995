import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { effective, shownSetting } from '../../../facts/python/settings.js';
import { below, calledName, enclosingFunction, field, methodOf, nameOf, positional, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isDevelopmentOnly, possibleValues } from '../../../syntax/python/values.js';

const random = /(?:^|\.)(?:os\.urandom|urandom|secrets\.token_\w+|token_(?:hex|bytes|urlsafe)|uuid\.uuid[14]|uuid4|get_random_secret_key|get_random_string|Fernet\.generate_key|random\.\w+|secrets\.choice)(?:\.(?:hex|decode))?$/;
const keys = /^(?:SECRET_KEY|JWT_SECRET_KEY|SECURITY_PASSWORD_SALT)$/;

/** What somebody can set: `SECRET_KEY`, `[site] secret`, `settings.secret_key`; a condition as written is none. */
function isName(setting: string): boolean {
  return /^(?:[A-Z][A-Z0-9_]*|\[[\w-]+\] [\w-]+|(?:\w+\.)*(?:settings|config|conf|cfg)\.\w+)$/.test(setting);
}

/** Keys of Django and Flask that are made when the settings are loaded. */
export const pythonSettingsSecret: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: ['python.flask-signing'],
  check(subject, { model, report }) {
    const { key, call } = subject.value;
    if (!keys.test(key) || call === undefined || !random.test(call)) return;
    const values = effective(model, subject.file, key);
    const found = values.find(({ fact }) => fact === subject);
    if (!found) return;
    const inFile = model.factsFor('python.setting', subject.file).some((fact) => fact.value.key === key && fact.value.owner === subject.value.owner && /(?:^|\.)(?:read|read_text|read_bytes|open|load)$/.test(fact.value.call ?? ''));
    const replaced = found.setting !== undefined && model.factsFor('config.environment', subject.file).some(({ value }) => value.name === found.setting);
    if (replaced) return;
    // Where nothing signs, nothing is refused.
    if (subject.value.place === 'app' && model.factsFor('python.flask-signing', subject.file).length === 0) return;
    // Other settings are no name that somebody could set.
    if (found.setting?.includes('/') === true && !inFile) {
      report({ say: 'fallback', severity: 'warning', data: { shape: 'python' } });
      return;
    }
    report({ say: inFile ? (found.setting === undefined || !isName(found.setting) ? 'file' : 'pythonFileUnless') : found.setting === undefined ? 'memory' : 'pythonFallback', args: found.setting === undefined ? {} : { setting: shownSetting(found.setting) }, ...(found.setting === undefined ? {} : { severity: 'warning' as const }), data: { shape: 'python' } });
  },
};

/** `SessionMiddleware, secret_key=secrets.token_hex()` and other arguments that sign. */
function onKeyword(node: PythonNode, cx: RuleFileContext): void {
  const value = field(node, 'value');
  if (!value || !/^(?:secret_key|signing_key|cookie_secret|jwt_secret)$/.test(nameOf(node)) || isDevelopmentOnly(cx, node)) return;
  const made = possibleValues(cx, value).find((each) => each.node.type === 'call' && random.test(calledName(cx, each.node)));
  if (made) cx.report({ at: span(made.node), say: made.setting === undefined ? 'memory' : 'pythonFallback', args: made.setting === undefined ? {} : { setting: made.setting }, ...(made.setting === undefined ? {} : { severity: 'warning' as const }), data: { shape: 'python' } });
}

/** `file.write(get_random_secret_key())` of a settings module that then reads its `SECRET_KEY` from there. */
function onWrite(call: PythonNode, cx: RuleFileContext): void {
  const [given] = positional(call);
  if (!/^write(?:_text|_bytes)?$/.test(methodOf(call)) || !given || enclosingFunction(call) || isDevelopmentOnly(cx, call)) return;
  // The setting itself is told where it is made.
  if (given.text === 'SECRET_KEY') return;
  const made = possibleValues(cx, given).find((each) => each.node.type === 'call' && random.test(calledName(cx, each.node)));
  const fromEnvironment = /environ[^\n]*SECRET_KEY|SECRET_KEY[^\n]*environ|env\w*\(["']\w*SECRET_KEY/.test(cx.text);
  if (made && /^[ \t]*SECRET_KEY\s*=/m.test(cx.text)) cx.report({ at: span(made.node), say: 'file', ...(fromEnvironment ? { severity: 'warning' as const } : {}), data: { shape: 'python' } });
}

const keyField = /(?:^|_)(?:secret_key|signing_key|jwt_secret|jwt_key|session_secret|cookie_secret|auth_key)$/;

/** `if self.secret_key: return`, then `self.secret_key = uuid4().hex` and a file for it: a key of this pod where no setting brings one. */
function onAssignment(node: PythonNode, cx: RuleFileContext): void {
  const left = field(node, 'left');
  const value = field(node, 'right');
  const fn = enclosingFunction(node);
  const name = left?.type === 'attribute' ? (field(left, 'attribute')?.text ?? '') : '';
  const made = value && [value, ...below(value, 'call')].find((each) => each.type === 'call' && random.test(calledName(cx, each)));
  if (!left || !fn || !made || !keyField.test(name) || isDevelopmentOnly(cx, node)) return;
  const kept = below(fn, 'call').some((each) => /^(?:write|write_text|write_bytes|dump)$/.test(methodOf(each)) && each.startIndex > node.startIndex && each.text.includes(left.text));
  if (!kept) return;
  const asked = below(fn, 'if_statement').some((each) => each.startIndex < node.startIndex && field(each, 'condition')?.text === left.text);
  cx.report({ at: span(made), say: asked ? 'pythonFileUnless' : 'file', args: asked ? { setting: name.toUpperCase() } : {}, ...(asked ? { severity: 'warning' as const } : {}), data: { shape: 'python' } });
}

/** Signing keys that code makes for itself. */
export const pythonSecret = ruleMatcher({
  language: 'python',
  needles: [[/(?:secret_key|signing_key|cookie_secret|jwt_secret|jwt_key|session_secret|auth_key)\s*=/, /urandom|token_(?:hex|bytes|urlsafe)|uuid4|generate_key|get_random/], [/^[ \t]*SECRET_KEY\s*=/m, /\.write(?:_text|_bytes)?\(/]],
  on: { keyword_argument: onKeyword, call: onWrite, assignment: onAssignment },
});
