import { basename } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, isUnselectedProfile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../../../syntax/config-file.js';
import { placeholdersIn } from '../../../syntax/placeholders.js';
import { embeddedIn, type Engine } from './engines.js';

/** A setting whose value is the URL of an embedded database; only what runs outside development counts. */
function look(cx: RuleFileContext, setting: Setting, documentProfile: string | undefined): void {
  const engine = embeddedIn(setting.value);
  if (!engine) return;
  const { key, profile: keyProfile } = splitProfileKey(setting.key);
  const kind = profileKind(keyProfile ?? documentProfile);
  if (kind === 'test' || kind === 'development') return;
  // `application-h2.yml` or `installation.h2.properties` is one of several choices, made elsewhere.
  const profile = keyProfile ?? documentProfile;
  const named = isVariant(cx.path, engine);
  const variant = (named && kind !== 'other') || (!isProduction(profile) && isUnselectedProfile(profile, cx.text));
  const optional = kind !== 'default' && !isProduction(profile);
  // With a placeholder the environment decides; the embedded database is then only what happens without it.
  const variables = placeholdersIn(setting.value).filter((placeholder) => placeholder.kind === 'property').map((placeholder) => placeholder.name);
  cx.report({
    at: setting.valueSpan, say: 'setting', args: { setting: key, engine }, cause: 'embedded-database',
    ...(variant ? { severity: 'info' } : optional || variables.length > 0 ? { severity: 'warning' } : {}),
    data: { setting: key, variables, default: kind === 'default', choice: named && kind === 'other' ? profile ?? '' : '' },
  });
}

/** A file named after the engine. */
function isVariant(path: string, engine: Engine): boolean {
  return basename(path).toLowerCase().split(/[^a-z0-9]+/).includes(engine.toLowerCase());
}

function isProduction(profile: string | undefined): boolean {
  return /\b(?:prod|production|prd|real|live)\b/i.test(profile ?? '');
}

const needles = [['jdbc:']] as const;

export const propertiesDatabase = ruleMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles,
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

export const yamlDatabase = ruleMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles,
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      const profile = profileOfDocument(cx.path, node);
      for (const setting of settingsOf(node)) look(cx, setting, profile);
    },
  },
});
