import type { Span } from '../../base/text.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { appSettings, appsettingsGlobs, environmentOf } from '../../syntax/appsettings.js';
import { profileKind } from '../../syntax/config-file.js';
import { uploadSetting } from '../../syntax/storage-setting.js';
import { attribute } from '../../syntax/xml/ask.js';
import type {} from '../upload-directory.js';

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

function emit(cx: FactFileContext, { key, value, keySpan, valueSpan }: Setting, profile: string | undefined): void {
  // `~/` is the folder of the application.
  const found = uploadSetting(key.replaceAll(':', '.'), value.trim().replace(/^~[\\/]/, ''));
  if (!found || keySpan.end <= keySpan.start || ['development', 'test'].includes(profileKind(profile?.toLowerCase()))) return;
  cx.emit('storage.upload-directory', keySpan, { ...found, ...(/^\s*~/.test(value) ? { shown: value.trim() } : {}), key, filledBy: 'nobody', written: valueSpan, ...(profile === undefined ? {} : { profile }) });
}

/** Folders of uploads that settings of .NET name. */
export const dotnetUploadFacts: FactExtractor = {
  kinds: ['storage.upload-directory'],
  matchers: [
    factMatcher({
      language: 'json', files: appsettingsGlobs, needles: [[/upload|attach|stor(?:e|age)|media|image|files?/i]],
      on: {
        document({ root }, cx) {
          for (const setting of appSettings(root)) emit(cx, setting, environmentOf(cx.path));
        },
      },
    }),
    factMatcher({
      language: 'xml', files: ['**/{[Ww]eb,[Aa]pp,[Aa]pp[Ss]ettings}.[Cc]onfig'], needles: [['appSettings', /upload|attach|stor(?:e|age)|media|image|files?/i]],
      on: {
        add(element, cx) {
          const key = attribute(element, 'key');
          const value = attribute(element, 'value');
          if (key && value && element.parent?.local === 'appSettings') emit(cx, { key: key.value, value: value.value, keySpan: key.valueSpan, valueSpan: value.valueSpan }, undefined);
        },
      },
    }),
  ],
};
