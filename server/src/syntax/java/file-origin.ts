import type { FileContext } from '../../contract/rule.js';
import { args, declarationOf, enclosingCallable, field, nameOf, stringValue, type JavaNode } from './ask.js';
import { calledMethod, trace } from './trace.js';
import { injected, settingOf } from './file-setting.js';
import { wordsOf } from '../names.js';

/** Where a written file lies, as far as the file at hand tells. */
export interface Origin {
  /**
   * `created`: made by the temp-file calls; `temporary`: a name of its own under the system's temp folder; `setting`: read from the
   * environment or configuration; `webroot`: inside the deployed application; `fixed`: written in the code; `elsewhere`: a constant or a
   * call of another file decides; `unknown`: only the caller knows.
   */
  readonly kind: 'created' | 'temporary' | 'setting' | 'webroot' | 'fixed' | 'elsewhere' | 'unknown';
  /** What to call the place: the path, the setting's key, or the expression as written. */
  readonly where: string;
  /** Whether that is a name which a reader outside the code knows: a path, a key, a constant. Calls and variables are not. */
  readonly named: boolean;
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

type Verdict = Pick<Origin, 'kind' | 'where' | 'named' | 'literal' | 'at' | 'directory'>;

/** Base folders of the process that are its own disk just like a literal path. */
const ownFolders = new Set(['user.home', 'user.dir', 'catalina.home', 'catalina.base', 'jboss.server.data.dir', 'jetty.home']);

function verdict(kind: Origin['kind'], where: string, at: JavaNode, directory = ''): Verdict {
  const named = !['setting', 'elsewhere'].includes(kind) || where !== at.text || /(?:^|\.)[A-Z][A-Z0-9_]+$/.test(where) || (kind === 'setting' && at.type !== 'method_invocation');
  return { kind, where: shorten(where), named, literal: at.type === 'string_literal' ? at : undefined, at, directory };
}

/** Calls that decide by themselves where the file lies. */
function callVerdict(call: JavaNode): Verdict | undefined {
  const name = field(call, 'name')?.text ?? '';
  if (/^createTemp(?:File|Dir(?:ectory)?)$/.test(name)) return verdict('created', name, call);
  if (/^getTempDirectory(?:Path)?$/.test(name)) return verdict('temporary', 'java.io.tmpdir', call);
  if (name === 'getRealPath') return verdict('webroot', call.text, call);
  const setting = settingOf(call);
  if (setting === undefined) return undefined;
  if (setting.key === 'java.io.tmpdir') return verdict('temporary', setting.key, call);
  return verdict(ownFolders.has(setting.key) ? 'fixed' : 'setting', setting.key, call, setting.fallback);
}

/** A literal that can be the folder: not a separator, an extension, a format, a pattern, a name of JNDI or an address. */
function isPlace(text: string): boolean {
  return /[A-Za-z0-9가-힣]/.test(text) && text.length > 1 && !/^(?:\.\w+$|%|java:|[a-z][\w+.-]+:\/\/)|[\^$*?(){}<>|\n]/.test(text);
}

/** A file by itself that is named as temporary: `.tmp.files`, `import.tmp`. */
const temporaryName = /^(?!.*[/\\])(?=.*\.).*(?:^|[^a-z])te?mp(?:[^a-z]|$)/i;

/** `File`, `Paths`, `FilenameUtils`: receivers of static calls, which are no value. */
function isClassName(node: JavaNode | undefined): boolean {
  return node?.type === 'identifier' && /^[A-Z]/.test(node.text) && !/^[A-Z0-9_]+$/.test(node.text) && !declarationOf(node);
}

const getter = /^(?:get|find|read|lookup|load|fetch|value|prop)/i;
/** Getters that make a path of the name they are given. */
const pathGetter = /file|dir|path|folder|resource|home|root|location/i;

/** The key by which a call gets a value that is kept elsewhere: `Core.getField("file.store")`. What becomes of a path is that path. */
function keyAsked(call: JavaNode): string | undefined {
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object');
  const key = stringValue(args(call)[0]);
  if (key === undefined || !/^[\w.-]+$/.test(key) || !getter.test(name) || pathGetter.test(name)) return undefined;
  return /^(?:Paths?|FileSystems)$/.test(object?.text ?? '') ? undefined : key;
}

/** A call whose answer stands in another file: inherited, or on a class, without handing it a path. */
function answersElsewhere(call: JavaNode): boolean {
  const object = field(call, 'object');
  if (args(call).length > 0) return false;
  if (!object || object.type === 'super') return !calledMethod(call);
  let root: JavaNode | undefined = object;
  while (root?.type === 'method_invocation' && args(root).length === 0) root = field(root, 'object');
  return isClassName(root);
}

const place = /dir|path|folder|root|home|location|stor(?:e|age)|repository|upload|tmp|temp/i;

/** `TEMP_DIR`, `tempdir()`, `getTmpPath()`; neither `getSystemPath()` nor `templateDir`. */
function namesTemporary(text: string): boolean {
  return wordsOf(text).some((word) => /^te?mp(?:orary)?(?:dir\w*|files?|path\w*|folder|root|store|storage|location)?\d*$|^scratch/.test(word));
}

/** What stands for a piece of a file's own name. */
const partOfName = /(?:^|_|[a-z])(?:prefix|suffix|ext|extension|pattern|format)$/i;

const strength: Readonly<Record<Origin['kind'], number>> = { created: 6, setting: 5, webroot: 5, temporary: 4, fixed: 3, elsewhere: 1, unknown: 0 };

/** Gathers what the expressions behind a file name say of its place. */
class OriginFinder {
  private readonly locals: { name: string; callable: JavaNode }[] = [];
  private readonly fields = new Set<string>();
  private best: Verdict;
  /** Only what stands first names the folder: "dir" + "/report.csv" says nothing of where dir is. */
  private headless = true;

  constructor(target: JavaNode) {
    this.best = { kind: 'unknown', where: shorten(target.text), named: false, literal: undefined, at: undefined, directory: '' };
  }

  get origin(): Origin {
    return { ...this.best, locals: this.locals, fields: this.fields };
  }

  visit(node: JavaNode, next: readonly JavaNode[]): boolean {
    switch (node.type) {
      case 'method_invocation': return this.call(node);
      case 'identifier': case 'field_access': return this.name(node, next);
      case 'string_literal': return this.literal(node);
      default: return false;
    }
  }

  private offer(found: Verdict): boolean {
    if (strength[found.kind] > strength[this.best.kind]) this.best = found;
    return true;
  }

  /** What another file decides counts when its name speaks of a place. */
  private elsewhere(node: JavaNode, name: string, where = node.text): boolean {
    if (this.headless && place.test(name) && !partOfName.test(name)) this.offer(verdict(namesTemporary(node.text) ? 'temporary' : 'elsewhere', where, node));
    this.headless = false;
    return true;
  }

  private call(call: JavaNode): boolean {
    const decided = callVerdict(call);
    // After a folder that is not known, or is the temporary one, `record.getName()` is part of the file's own name.
    if (decided) return decided.kind === 'setting' && (!this.headless || this.best.kind === 'temporary') && decided.where.endsWith('()') && !place.test(decided.where) ? true : this.offer(decided);
    const key = keyAsked(call);
    if (key !== undefined) return this.elsewhere(call, key, /[._-]/.test(key) ? key : call.text);
    if (answersElsewhere(call)) return this.elsewhere(call, field(call, 'name')?.text ?? '');
    // What an unknown method makes of a word is not known; what it makes of a path most likely is that path.
    if (!field(call, 'object') && !calledMethod(call)) this.headless = false;
    return false;
  }

  private name(node: JavaNode, next: readonly JavaNode[]): boolean {
    const declared = declarationOf(node);
    if (!declared) return this.foreign(node);
    // Fields that come after the folder is known are parts of names: separators, extensions, sizes.
    if (declared.kind === 'field' && this.headless && this.best.kind === 'unknown') this.fields.add(nameOf(declared.node));
    const setting = injected(declared);
    if (setting !== undefined) return this.offer(verdict('setting', setting.key, node, setting.fallback));
    const callable = enclosingCallable(node);
    if (declared.kind !== 'field' && callable) this.locals.push({ name: node.text, callable });
    if (next.length === 0) this.headless = false;
    return false;
  }

  /** A name that this file does not declare: a class, a constant of one, an inherited field, a field of some object. */
  private foreign(node: JavaNode): boolean {
    if (isClassName(node) || /\.(?:separator|separatorChar)$/.test(node.text)) return false;
    if (node.type === 'identifier' || isClassName(field(node, 'object'))) return this.elsewhere(node, field(node, 'field')?.text ?? node.text);
    this.headless = false;
    return true;
  }

  private literal(node: JavaNode): boolean {
    const text = stringValue(node);
    return text !== undefined && this.headless && isPlace(text) && this.offer(verdict(temporaryName.test(text) ? 'temporary' : 'fixed', text, node, text));
  }
}

/** Follows the file expression back to what decides where it lies. */
export function originOf(cx: FileContext, target: JavaNode): Origin {
  const finder = new OriginFinder(target);
  trace(cx, target, (node, next) => finder.visit(node, next));
  return finder.origin;
}

/** An expression as written, short enough for a message. */
export function shownAs(node: JavaNode): string {
  return shorten(node.text);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= whereLimit ? line : `…${line.slice(1 - whereLimit)}`;
}
