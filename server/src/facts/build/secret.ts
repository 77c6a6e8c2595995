import { namesSecret } from '../../base/secrets.js';
import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, settingsGlobs, settingsOf, type Setting } from '../../syntax/config-file.js';
import { placeholdersIn } from '../../syntax/placeholders.js';
import { secretIn, type SecretKind } from '../../syntax/secret-value.js';

/** A property of a Maven project whose value is a credential; the value itself is never kept. */
export interface BuildSecret {
  readonly name: string;
  readonly kind: SecretKind;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'build.secret': BuildSecret;
    /** A setting whose whole value is a placeholder for something secret: `db.password=@db.password@`. */
    'config.secret-reference': { readonly key: string; readonly name: string };
  }
}

function property(element: XmlElement, cx: FactFileContext): void {
  if (element.parent?.local !== 'project') return;
  for (const each of element.children) {
    const kind = placeholdersIn(each.text).length > 0 ? undefined : secretIn(each.name, each.text);
    if (kind !== undefined) cx.emit('build.secret', each.nameSpan, { name: each.name, kind });
  }
}

function reference(cx: FactFileContext, { key, value, keySpan }: Setting): void {
  const [only, ...more] = placeholdersIn(value);
  if (!only || more.length > 0 || only.kind === 'expression' || only.fallback !== undefined || !namesSecret(only.name)) return;
  if (value.trim().length === only.end - only.start && keySpan.end > keySpan.start) cx.emit('config.secret-reference', keySpan, { key, name: only.name });
}

/** Credentials that a build writes into settings, and the settings that wait for one. */
export const buildSecretFacts: FactExtractor = {
  kinds: ['build.secret', 'config.secret-reference'],
  matchers: [
    factMatcher({ language: 'xml', files: ['**/pom.xml'], needles: [[/<[\w.-]*(?:pass|pwd|secret|token|credential|key)[\w.-]*>/i]], on: { properties: property } }),
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [['${'], [/@[\w.-]+@/]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) reference(cx, entry);
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [['${'], [/@[\w.-]+@/]],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const setting of settingsOf(node)) reference(cx, setting);
        },
      },
    }),
  ],
};
