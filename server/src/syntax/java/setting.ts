import { annotation, args, field, stringValue, type Declared, type JavaNode } from './ask.js';

/** Names of objects that hold settings. */
const holder = /propert|^props?$|config|setting|environment|^env$|option|preference|globals/i;
const reader = /^(?:get|read|load|find|lookup)?(?:Required)?(?:Property|String|Int|Integer|Long|Boolean|Config(?:uration)?(?:Value)?|Setting|Value|Prop|Env|Option)$/i;
const placeholder = /\$\{([^:}]+)(?::([^}]*))?/;

/** The setting that an expression reads. */
export interface SettingRead {
  readonly key: string;
  /** What the code takes when the setting is absent; `undefined` when it gives nothing. */
  readonly fallback: string | undefined;
}

/**
 * The setting that a call reads under a key that the file tells: system properties, the environment, Spring's
 * `Environment`, `EgovProperties.getProperty("Globals.…")`, property services and the like.
 */
export function settingRead(call: JavaNode): SettingRead | undefined {
  if (call.type !== 'method_invocation') return undefined;
  const name = field(call, 'name')?.text ?? '';
  const object = field(call, 'object')?.text ?? '';
  const [first, second] = args(call);
  const key = stringValue(first);
  if (key === undefined) return undefined;
  const read = { key, fallback: stringValue(second) };
  if (name === 'getenv' || (object === 'System' && name === 'getProperty')) return read;
  if (object === 'System.getenv()') return /^get(?:OrDefault)?$/.test(name) ? read : undefined;
  return holder.test(object) && (reader.test(name) || name === 'get') ? read : undefined;
}

/** The setting injected into a field or parameter: `@Value("${key:default}")`, `@ConfigProperty(name = "key")`. */
export function settingInjected({ declaration }: Declared): SettingRead | undefined {
  const found = annotation(declaration, 'Value', 'ConfigProperty', 'Property');
  const text = stringValue(found?.values.get('value') ?? found?.values.get('name'));
  if (text === undefined) return undefined;
  const match = placeholder.exec(text);
  if (match?.[1] !== undefined) return { key: match[1], fallback: match[2] };
  return found?.name === 'Value' ? undefined : { key: text, fallback: stringValue(found?.values.get('defaultValue')) };
}
