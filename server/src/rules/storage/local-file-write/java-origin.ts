import type { FileContext } from '../../../contract/rule.js';
import { annotation, args, declarationOf, enclosingCallable, field, nameOf, stringValue, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { calledMethod, trace } from '../../../syntax/java/trace.js';

/** Where a written file lies, as far as the file at hand tells. */
export interface Origin {
  /**
   * `created`: made by the temp-file calls; `temporary`: a name of its own under the system's temp folder; `setting`: read from the
   * environment or configuration; `webroot`: inside the deployed application; `fixed`: written in the code.
   */
  readonly kind: 'created' | 'temporary' | 'setting' | 'webroot' | 'fixed' | 'unknown';
  /** What to call the place: the path, the setting's key, or the expression as written. */
  readonly where: string;
  /** The literal that decides, for `fixed`. */
  readonly literal: JavaNode | undefined;
  /** The expression that decides; `undefined` for `unknown`. */
  readonly at: JavaNode | undefined;
  /** Folder that holds when nothing else is configured: the literal, or the default of the setting; '' when there is none. */
  readonly directory: string;
  /** Local names and parameters that the value went through, with the method each belongs to. */
  readonly locals: readonly { readonly name: string; readonly callable: JavaNode }[];
  /** Fields that the value went through. */
  readonly fields: ReadonlySet<string>;
}

const whereLimit = 60;

/** Names of objects that hold settings. */
const holder = /propert|^props?$|config|setting|environment|^env$|option|preference|globals/i;
const reader = /^(?:get|read|load|find|lookup)?(?:Required)?(?:Property|String|Config(?:uration)?(?:Value)?|Setting|Value|Prop|Env|Option)$/i;
const placeholder = /\$\{([^:}]+)(?::([^}]*))?/;

interface Key {
  readonly key: string;
  /** Value when the setting is absent; '' when the code gives none. */
  readonly fallback: string;
}

/** Key of the setting that a call reads: system properties, environment, Spring's Environment, property services. */
function settingOf(call: JavaNode): Key | undefined {
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object')?.text ?? '';
  const [first, second] = args(call);
  const text = stringValue(first);
  const key = text === undefined ? undefined : { key: text, fallback: stringValue(second) ?? '' };
  if (name === 'getenv') return key;
  if (object === 'System.getenv()' && (name === 'get' || name === 'getOrDefault')) return key;
  if (!holder.test(object)) return object === 'System' && name === 'getProperty' ? key : undefined;
  if (key && (reader.test(name) || name === 'get')) return key;
  return first === undefined ? { key: shorten(`${object}.${name}()`), fallback: '' } : undefined;
}

/** Key of the setting injected into a field or parameter. */
function injected(declared: Declared): Key | undefined {
  const value = annotation(declared.declaration, 'Value', 'ConfigProperty', 'Property');
  const text = stringValue(value?.values.get('value') ?? value?.values.get('name'));
  if (text === undefined) return undefined;
  const [, key, fallback = ''] = placeholder.exec(text) ?? [];
  if (key !== undefined) return { key, fallback };
  return value?.name === 'Value' ? undefined : { key: text, fallback: stringValue(value?.values.get('defaultValue')) ?? '' };
}

type Verdict = Pick<Origin, 'kind' | 'where' | 'literal' | 'at' | 'directory'>;

/** Base folders of the process that are its own disk just like a literal path. */
const ownFolders = new Set(['user.home', 'user.dir', 'catalina.home', 'catalina.base', 'jboss.server.data.dir', 'jetty.home']);

function callVerdict(call: JavaNode): Verdict | undefined {
  const name = field(call, 'name')?.text ?? '';
  if (/^createTemp(?:File|Dir(?:ectory)?)$/.test(name)) return { kind: 'created', where: name, literal: undefined, at: call, directory: '' };
  if (/^getTempDirectory(?:Path)?$/.test(name)) return { kind: 'temporary', where: 'java.io.tmpdir', literal: undefined, at: call, directory: '' };
  if (name === 'getRealPath') return { kind: 'webroot', where: shorten(call.text), literal: undefined, at: call, directory: '' };
  const setting = settingOf(call);
  if (setting === undefined) return undefined;
  if (setting.key === 'java.io.tmpdir') return { kind: 'temporary', where: setting.key, literal: undefined, at: call, directory: '' };
  return { kind: ownFolders.has(setting.key) ? 'fixed' : 'setting', where: setting.key, literal: undefined, at: call, directory: setting.fallback };
}

/** A literal that can be the folder: not a separator, an extension or an empty start value. */
function isPlace(text: string): boolean {
  return /[\w가-힣]/.test(text) && !/^(?:\.\w+$|%)/.test(text);
}

const strength: Readonly<Record<Origin['kind'], number>> = { created: 5, setting: 4, webroot: 4, temporary: 3, fixed: 2, unknown: 0 };

/** Follows the file expression back to what decides where it lies. */
export function originOf(cx: FileContext, target: JavaNode): Origin {
  const locals: { name: string; callable: JavaNode }[] = [];
  const fields = new Set<string>();
  let best: Verdict = { kind: 'unknown', where: shorten(target.text), literal: undefined, at: undefined, directory: '' };
  // Only what stands first names the folder: "dir" + "/report.csv" says nothing of where dir is.
  let headless = true;
  const offer = (verdict: Verdict): boolean => {
    if (strength[verdict.kind] > strength[best.kind]) best = verdict;
    return true;
  };
  trace(cx, target, (node, next) => {
    if (node.type === 'method_invocation') {
      const verdict = callVerdict(node);
      if (verdict) return offer(verdict);
      // An inherited method: what it returns stands in another file.
      if (!field(node, 'object') && !calledMethod(node)) headless = false;
      return false;
    }
    if (node.type === 'identifier' || node.type === 'field_access') {
      const declared = declarationOf(node);
      if (!declared) {
        headless &&= isClassName(node);
        return false;
      }
      // Fields that come after the folder is known are parts of names: separators, extensions, sizes.
      if (declared.kind === 'field' && headless && best.kind === 'unknown') fields.add(nameOf(declared.node));
      const setting = injected(declared);
      if (setting !== undefined) return offer({ kind: 'setting', where: setting.key, literal: undefined, at: node, directory: setting.fallback });
      const callable = enclosingCallable(node);
      if (declared.kind !== 'field' && callable) locals.push({ name: node.text, callable });
      if (next.length === 0) headless = false;
      return false;
    }
    const text = node.type === 'string_literal' ? stringValue(node) : undefined;
    if (text !== undefined && headless && isPlace(text)) offer({ kind: 'fixed', where: shorten(text), literal: node, at: node, directory: text });
    return false;
  });
  return { ...best, locals, fields };
}

/** `File`, `Paths`, `FilenameUtils`: receivers of static calls, which are no value. */
function isClassName(node: JavaNode): boolean {
  return node.type === 'identifier' ? /^[A-Z]/.test(node.text) : /\.(?:separator|separatorChar)$/.test(node.text);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= whereLimit ? line : `…${line.slice(1 - whereLimit)}`;
}
