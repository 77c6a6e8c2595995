import { maskSecrets, namesSecret } from '../../base/secrets.js';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { appSettings, appsettingsGlobs, environmentOf } from '../../syntax/appsettings.js';
import type {} from '../config-kinds.js';

/** Settings of ASP.NET Core: environment variables override them by the same names with `__`. */
export const dotnetSettingFacts: FactExtractor = {
  kinds: ['config.property'],
  matchers: [
    factMatcher({
      language: 'json', files: appsettingsGlobs, needles: 'always',
      on: {
        document({ root }, cx) {
          const profile = environmentOf(cx.path);
          for (const { key, value, keySpan } of appSettings(root)) {
            if (keySpan.end > keySpan.start) cx.emit('config.property', keySpan, { key, value: namesSecret(key) ? '' : maskSecrets(value), ...(profile === undefined ? {} : { profile }) });
          }
        },
      },
    }),
  ],
};
