import type { Span } from '../base/text.js';
import type { XmlElement } from '../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { areTexts, isSettingsDocument, isSettingsFile, isSpringFile, profileAt, profileKind, profileOfDocument, profileOfPath, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../syntax/config-file.js';
import { entriesOf } from '../syntax/properties/adapter.js';
import { uploadSetting, type UploadSetting } from '../syntax/storage-setting.js';
import { attribute, childText, rootOf } from '../syntax/xml/ask.js';

/** A setting that names a folder of uploads; its place is the key. */
export interface UploadDirectory extends UploadSetting {
  readonly key: string;
  /** Profile the setting is for; absent for the default one. */
  readonly profile?: string;
  /** Who fills placeholders in: Spring Boot itself (`boot`), a configurer of Spring beans (`beans`), nobody (`nobody`). */
  readonly filledBy: 'boot' | 'beans' | 'nobody';
  /** The value as written, quotes included. */
  readonly written: Span;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'storage.upload-directory': UploadDirectory;
  }
}

/** `means` is the documented setting that an element stands for, where its own name does not tell. */
interface Candidate extends Setting {
  readonly means?: string;
}

function emit(cx: FactFileContext, { key, value, keySpan, valueSpan, means }: Candidate, profile: string | undefined, filledBy: UploadDirectory['filledBy']): void {
  const found = uploadSetting(means ?? key, value);
  if (!found || keySpan.end <= keySpan.start || ['development', 'test'].includes(profileKind(profile))) return;
  const plain = !/[\r\n]|^[|>]|\\$/.test(cx.text.slice(valueSpan.start, valueSpan.end));
  cx.emitTold('storage.upload-directory', keySpan, {
    ...found, key, filledBy: plain ? filledBy : 'nobody', written: { start: valueSpan.start, end: valueSpan.end }, ...(profile === undefined ? {} : { profile }),
  });
}

/** Root elements of what configures Spring, Struts, a web application or Tomcat. */
const configuration = /^(?:beans|blueprint|struts|web-app|Context|Server)$/;

/** Name under which an element holds its value: its own, that of an element around it, or the bean's. */
function keyOf(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const name = attribute(at, 'name')?.value ?? attribute(at, 'key')?.value ?? (at.local === 'bean' || at.local === 'String' ? attribute(at, 'id')?.value : undefined);
    if (name !== undefined) names.unshift(name);
    if (at.local === 'bean') break;
  }
  return names.join('.');
}

const served = 'spring.web.resources.static-locations';

/** What an element sets: attribute or text, under the name that tells what it is for. */
function settingsIn(element: XmlElement): readonly Candidate[] {
  const of = (key: string, from: { readonly value: string; readonly valueSpan: Span } | undefined, keySpan: Span, means?: string): readonly Candidate[] =>
    from && from.value.trim() !== '' ? [{ key, value: from.value, keySpan, valueSpan: from.valueSpan, ...(means === undefined ? {} : { means }) }] : [];
  const text = element.textSpan ? { value: element.text, valueSpan: element.textSpan } : undefined;
  const value = attribute(element, 'value');
  const keySpan = (attribute(element, 'name') ?? attribute(element, 'key'))?.valueSpan ?? element.nameSpan;
  switch (element.local) {
    case 'property': case 'entry': case 'constructor-arg': case 'constant':
      return of(element.local === 'constant' ? (attribute(element, 'name')?.value ?? '') : keyOf(element), value, keySpan.end > keySpan.start ? keySpan : element.nameSpan);
    case 'prop': case 'value':
      return of(keyOf(element), text, keySpan.end > keySpan.start ? keySpan : element.nameSpan);
    case 'resources': // <mvc:resources mapping="/upload/**" location="file:///data/upload/"/>
      return of(`${element.name} ${attribute(element, 'mapping')?.value ?? ''}`.trim(), attribute(element, 'location'), element.nameSpan, served);
    case 'PreResources': case 'PostResources':
      return of(`${element.name} ${attribute(element, 'webAppMount')?.value ?? ''}`.trim(), withScheme(attribute(element, 'base')), element.nameSpan, served);
    case 'location':
      return element.parent?.local === 'multipart-config' ? of('multipart-config', text, element.nameSpan, 'spring.servlet.multipart.location') : [];
    case 'param-value':
      return element.parent ? of(childText(element.parent, 'param-name') ?? '', text, element.nameSpan) : [];
    default:
      return [];
  }
}

function withScheme<T extends { readonly value: string }>(found: T | undefined): T | undefined {
  return found && { ...found, value: `file:${found.value}` };
}

function profileOfBeans(element: XmlElement, path: string): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const profile = at.local === 'beans' ? attribute(at, 'profile')?.value : undefined;
    if (profile !== undefined) return profile;
  }
  return profileOfPath(path);
}

function lookAt(element: XmlElement, cx: FactFileContext): void {
  const root = rootOf(element).local;
  if (!configuration.test(root)) return;
  for (const setting of settingsIn(element)) emit(cx, setting, profileOfBeans(element, cx.path), root === 'beans' ? 'beans' : 'nobody');
}

const textsKey = {};

/** Settings that name the folder where uploads are kept, pass through or are served from. */
export const uploadDirectoryFacts: FactExtractor = {
  kinds: ['storage.upload-directory'],
  matchers: [
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: 'always',
      on: {
        entry(entry, cx) {
          if (!isSettingsFile(cx.path) || cx.once(textsKey, () => areTexts(entriesOf(cx.text).map(({ value }) => value)))) return;
          const { key, profile } = splitProfileKey(entry.key);
          emit(cx, { ...entry, key }, profile ?? profileAt(cx.path, cx.text, entry.keySpan.start), isSpringFile(cx.path) ? 'boot' : 'nobody');
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: 'always',
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node)) return;
          for (const setting of settingsOf(node)) emit(cx, setting, profileOfDocument(cx.path, node), isSpringFile(cx.path) ? 'boot' : 'nobody');
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [[/upload|attach|atch|file-?_?stor|stor(?:e|age)|multipart-config|(?:media|image|img|photo|file|document)[._-]?(?:dir|path|root|folder)|location="file:|PreResources|PostResources/i]],
      on: Object.fromEntries(['property', 'entry', 'constructor-arg', 'constant', 'prop', 'value', 'resources', 'PreResources', 'PostResources', 'location', 'param-value'].map((name) => [name, lookAt])),
    }),
  ],
};
