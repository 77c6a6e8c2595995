import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { appSettings, appsettingsGlobs, environmentOf } from '../../../syntax/appsettings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { machinePath, report } from './report.js';
import { isOpened } from './settings.js';

/** Where the web server listens and what is logged are judged by other rules. */
const elsewhere = /^(?:Serilog|NLog|Logging|Kestrel)\b|log(?:ging)?(?:File)?(?:Path|Dir\w*)?$/i;

function look(cx: RuleFileContext, name: string, value: string, at: Span, profile: string | undefined): void {
  const path = machinePath(value);
  const kind = profileKind(profile?.toLowerCase());
  if (!path || kind === 'test' || kind === 'development' || elsewhere.test(name) || !isOpened(name.replaceAll(':', '.'), path)) return;
  report(cx, { at, name, path, shown: value, data: { setting: name, profile: profile ?? '', start: at.start, end: at.end, variable: '', filledBy: 'nobody' } });
}

/** Paths in appsettings files. */
export const appsettingsPath = ruleMatcher({
  language: 'json', files: appsettingsGlobs, needles: [[/"(?:[A-Za-z]:[\\/]|\\\\\\\\\w|\/(?:data|home|opt|usr|var|mnt|srv|export|nas|app|storage|share)\w*\/)/]],
  on: {
    document({ root }, cx) {
      for (const { key, value, valueSpan } of appSettings(root)) look(cx, key, value, valueSpan, environmentOf(cx.path));
    },
  },
});

/** Paths in `<appSettings>` of web.config and app.config. */
export const configPath = ruleMatcher({
  language: 'xml', files: ['**/{[Ww]eb,[Aa]pp}.[Cc]onfig'], needles: [['appSettings', /"(?:[A-Za-z]:[\\/]|\\\\\w|\/(?:data|home|opt|usr|var|mnt|srv|export|nas|app|storage|share)\w*\/)/]],
  on: {
    add(element, cx) {
      const [key, value] = [attribute(element, 'key'), attribute(element, 'value')];
      if (element.parent?.local === 'appSettings' && key && value && value.valueSpan.end > value.valueSpan.start) look(cx, key.value, value.value, value.valueSpan, undefined);
    },
  },
});
