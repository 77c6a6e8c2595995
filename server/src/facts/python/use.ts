import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calledName, calleeSpan, field, handsOn, keywordsOf, plainText, qualified, span, type PythonNode } from '../../syntax/python/ask.js';
import { isDevelopmentOnly } from '../../syntax/python/values.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Code makes an object of a library that other places configure: `flask_session.Session`. */
    'python.use': {
      /** Qualified name. */
      readonly name: string;
      /** True when arguments choose where it keeps its data, or are handed on unseen. */
      readonly configured: boolean;
    };
    /** `django.core.cache` is used, so that the default cache holds something. */
    'python.django-cache': { readonly name: string };
    /** Flask code or an extension of it signs with the secret key: sessions, flashed messages, forms, tokens. */
    'python.flask-signing': { readonly name: string };
  }
}

/** Extensions by the arguments that configure them. */
const uses: Readonly<Record<string, RegExp>> = {
  'flask_session.Session': /^$/, 'flask_caching.Cache': /^config$/, 'flask_limiter.Limiter': /^(?:storage_uri|storage_options)$/,
  'flask_apscheduler.APScheduler': /^scheduler$/, 'channels.layers.get_channel_layer': /^$/,
};

function onCall(call: PythonNode, cx: FactFileContext): void {
  const name = calledName(cx, call);
  const options = uses[name] ?? uses[name.replace(/\.\w+(?=\.\w+$)/, '')];
  if (!options || isDevelopmentOnly(cx, call)) return;
  cx.emit('python.use', calleeSpan(call), { name, configured: handsOn(call) || [...keywordsOf(call).keys()].some((key) => options.test(key)) });
}

/** A subclass puts the extension to work as well. */
function onExtension(statement: PythonNode, cx: FactFileContext): void {
  const module = statement.childForFieldName('module_name')?.text ?? '';
  if (!/^flask_(?:session|caching)$/.test(module)) return;
  for (const name of statement.childrenForFieldName('name')) if (name) cx.emit('python.use', span(name), { name: `${module}.${name.text.replace(/\s.*$/, '')}`, configured: false });
}

function onImport(statement: PythonNode, cx: FactFileContext): void {
  const module = statement.childForFieldName('module_name');
  if (module?.text !== 'django.core.cache') return;
  for (const name of statement.childrenForFieldName('name')) if (name && /^caches?\b/.test(name.text)) cx.emit('python.django-cache', span(name), { name: name.text });
}

const signingPackages = /^(?:flask_(?:login|wtf|security|jwt\w*|dance|seasurf|user|oidc|oauthlib|appbuilder|admin|principal|session|socketio|multipass|praetorian|simplelogin|debugtoolbar)|itsdangerous|authlib\.integrations\.flask_\w+)(?:\.|$)/;
const signingNames = /^flask\.(?:session|flash|get_flashed_messages|sessions\.\w+)$/;

function onSigningImport(statement: PythonNode, cx: FactFileContext): void {
  const module = statement.childForFieldName('module_name')?.text;
  for (const name of statement.childrenForFieldName('name')) {
    const first = name?.text.replace(/\s.*$/, '') ?? '';
    const full = module === undefined ? first : `${module}.${first}`;
    if (name && (signingPackages.test(full) || signingNames.test(full))) cx.emit('python.flask-signing', span(name), { name: full });
  }
}

/** `flask.session[…]`, `current_app.secret_key`. */
function onSigningName(node: PythonNode, cx: FactFileContext): void {
  const isWritten = node.parent?.type === 'assignment' && field(node.parent, 'left')?.id === node.id;
  const name = qualified(cx, node);
  if (!isWritten && (signingNames.test(name) || /\.(?:secret_key|SECRET_KEY)$/.test(name))) cx.emit('python.flask-signing', span(node), { name });
}

/** `jwt.encode(claims, app.config["SECRET_KEY"])`. */
function onSigningKey(node: PythonNode, cx: FactFileContext): void {
  const isWritten = node.parent?.type === 'assignment' && field(node.parent, 'left')?.id === node.id;
  if (!isWritten && plainText(field(node, 'subscript')) === 'SECRET_KEY') cx.emit('python.flask-signing', span(node), { name: 'SECRET_KEY' });
}

/** Extensions that code really puts to work. */
export const pythonUseFacts: FactExtractor = {
  kinds: ['python.use', 'python.django-cache', 'python.flask-signing'],
  matchers: [
    factMatcher({ language: 'python', needles: [['flask_session'], ['flask_caching'], ['flask_limiter'], ['flask_apscheduler']], on: { call: onCall, import_from_statement: onExtension } }),
    factMatcher({ language: 'python', needles: [[/^\s*from django\.core\.cache import\b[^\n]*\bcaches?\b/m]], on: { import_from_statement: onImport } }),
    factMatcher({
      language: 'python',
      needles: [[/^\s*(?:from|import)\s[^\n]*(?:\b(?:itsdangerous|authlib)\b|\bflask_\w)/m], ['flask', /\b(?:session|flash|get_flashed_messages)\b/], ['flask', /secret_key|SECRET_KEY/]],
      on: { import_from_statement: onSigningImport, import_statement: onSigningImport, attribute: onSigningName, subscript: onSigningKey },
    }),
  ],
};
