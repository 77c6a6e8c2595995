import { annotation, args, field, stringValue, type Declared, type JavaNode } from './ask.js';

/** Names of objects that hold settings. */
const holder = /propert|^props?$|config|setting|environment|^env$|option|preference|globals/i;
const reader = /^(?:get|read|load|find|lookup)?(?:Required)?(?:Property|String|Config(?:uration)?(?:Value)?|Setting|Value|Prop|Env|Option)$/i;
const placeholder = /\$\{([^:}]+)(?::([^}]*))?/;
/** `#{fileProperties['upload.dir']}`, `#{settings.getProperty('upload.dir')}`: a setting that an expression of Spring takes from a bean. */
const fromBean = /^#\{\s*@?\w+\s*(?:\[|\.get(?:Property|String)?\()\s*'([\w.-]+)'\s*(?:\]|\))\s*(?:\?:\s*'([^']*)'\s*)?\}$/;

export interface Key {
  readonly key: string;
  /** Value when the setting is absent; '' when the code gives none. */
  readonly fallback: string;
}

/** What the virtual machine tells of itself: separators and versions, no places. */
const machine = /^(?:file|path|line)\.|^os\.|^java\.(?!io\.tmpdir)|^sun\./;

const getter = /^get[A-Z]|^find[A-Z]|dir|path|folder|home|root|location|stor(?:e|age)/i;
/** What a file tells of itself: `configFile.getPath()` reads no setting. Names of enumerations and the like tell nothing of a place. */
const ofFile = /^(?:get(?:Absolute|Canonical|Parent)?(?:Path|File|Name|FileName|Class|Logger|Bytes)|toPath|getInputStream)$/;

/** Key of the setting that a call reads: system properties, environment, Spring's Environment, property services. */
export function settingOf(call: JavaNode): Key | undefined {
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object')?.text ?? '';
  const [first, second] = args(call);
  const text = stringValue(first);
  const key = text === undefined || machine.test(text) ? undefined : { key: text, fallback: stringValue(second) ?? '' };
  // A key that the code hands around is a setting all the same.
  const chosen = first && text === undefined ? { key: call.text, fallback: stringValue(second) ?? '' } : undefined;
  if (name === 'getenv') return key ?? chosen;
  if (object === 'System.getenv()' && (name === 'get' || name === 'getOrDefault')) return key;
  // Getters in a row may lead to a setting; what a method makes of its arguments is not one.
  if (!holder.test(object) || !/^[\w.]+(?:\(\)[\w.]*)*$/.test(object)) return object === 'System' && name === 'getProperty' ? (key ?? chosen) : undefined;
  if (key && (reader.test(name) || name === 'get')) return key;
  return first === undefined && getter.test(name) && !ofFile.test(name) ? { key: `${object}.${name}()`, fallback: '' } : undefined;
}

/** Key of the setting injected into a field or parameter. */
export function injected(declared: Declared): Key | undefined {
  const value = annotation(declared.declaration, 'Value', 'ConfigProperty', 'Property');
  const text = stringValue(value?.values.get('value') ?? value?.values.get('name'));
  if (text === undefined) return undefined;
  const [, key, fallback = ''] = placeholder.exec(text) ?? fromBean.exec(text.trim()) ?? [];
  if (key !== undefined) return { key, fallback };
  return value?.name === 'Value' ? undefined : { key: text, fallback: stringValue(value?.values.get('defaultValue')) ?? '' };
}
