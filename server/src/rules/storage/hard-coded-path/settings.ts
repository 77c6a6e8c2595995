import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, isSpringFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../../../syntax/config-file.js';
import { isCertainPath, type FilePath } from '../../../syntax/file-path.js';
import { isOnOtherMachine, placeWords, uploadSetting, wordsOfKey } from '../../../syntax/storage-setting.js';
import { machinePath, report } from './report.js';

/** Parts of URLs, places on the class path, log files and databases, which other rules judge or nobody opens. */
const exempt = /^(?:ur[il]s?|context|servlet|endpoints?|prefix|suffix|pattern|mapping|redirect|route|routes|api|view|views|page|login|logout|jndi|classpath|cookie|regex|jdbc|datasource|swagger|springdoc|health|probe|actuator|uri|web)$/;

/** Whether a setting under this key opens what a path names: the path can be nothing else, or the key speaks of a place. */
export function isOpened(key: string, path: FilePath): boolean {
  const words = wordsOfKey(key);
  if (isLogging(key) || isReadAtStart(key) || isOnOtherMachine(words)) return false;
  if (path.kind !== 'posix' || path.url) return true;
  if (words.some((word) => exempt.test(word))) return false;
  const isPlace = words.some((word) => placeWords.has(word) || /^(?:files?|\w*dir|\w*folder|\w*file|keystore|truststore|certificate|cert|shell|script|executable|binary|bin)$/.test(word)) || (/^conf(?:ig)?$/.test(words.at(-1) ?? '') && /\.\w+$/.test(path.path));
  return isPlace && (isCertainPath(path) || /(?:dir|dirs|directory|folder|file|filepath|keystore|home|basedir)$/.test(words.at(-1) ?? '') || /^\/(?:data|home|app|apps|logs?|storage|share|shared|was|egov\w*)\/./i.test(path.path));
}

/** Told by storage/log-file, which knows whether the console gets the same. */
function isLogging(key: string): boolean {
  return /^logging\.(?:file|path)|^log4j|^logback|\blog4j2?\.|^(?:appender|property)\./.test(key) || /^server\.(?:tomcat|undertow|jetty)\.accesslog\./.test(key);
}

/** Where Spring Boot looks for settings of its own: read only, they come with the image or a ConfigMap, alike for all replicas. */
function isReadAtStart(key: string): boolean {
  return /^logging\.config$|^spring\.config\./.test(key);
}

/** `SHOP_INBOX_DIR` for `shop.inbox-dir`. */
export function variableName(key: string): string {
  return wordsOfKey(key).join('_').toUpperCase().replace(/^(?=\d)/, '_');
}

function look(cx: RuleFileContext, setting: Setting, documentProfile: string | undefined): void {
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const { valueSpan } = setting;
  const path = machinePath(setting.value);
  const kind = profileKind(keyProfile ?? documentProfile);
  // The folder of uploads is judged as such, which says more.
  if (!path || kind === 'test' || kind === 'development' || valueSpan.end <= valueSpan.start || uploadSetting(key, setting.value) || !isOpened(key, path)) return;
  const written = cx.text.slice(valueSpan.start, valueSpan.end);
  const plain = isSpringFile(cx.path) && !/[{}\r\n]|^[|>]|\\$/.test(written);
  report(cx, {
    at: valueSpan, name: key, path, shown: setting.value.trim(), confidence: isCertainPath(path) ? 'high' : 'medium',
    data: { setting: key, profile: keyProfile ?? documentProfile ?? '', start: valueSpan.start, end: valueSpan.end, variable: plain ? variableName(key) : '', filledBy: plain ? 'boot' : 'nobody' },
  });
}

export const propertiesPath = ruleMatcher({
  language: 'properties', files: settingsGlobs.properties, needles: 'always',
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const yamlPath = ruleMatcher({
  language: 'yaml', files: settingsGlobs.yaml, needles: 'always',
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) look(cx, setting, profile);
    },
  },
});
