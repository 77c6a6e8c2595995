import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACK = { publisher: 'monolift-test', name: 'language-pack', version: '1.0.0' };

/**
 * Makes VS Code speak `language` without a marketplace: an empty language pack, registered the way VS Code itself
 * registers an installed one. The workbench keeps its English words, yet `vscode.env.language` is `language` and every
 * extension gets its own `package.nls.<language>.json` and `bundle.l10n.<language>.json`, which is what is tested.
 */
export function addLanguagePack(language: string, folders: { userData: string; extensions: string }): void {
  const folder = join(folders.extensions, `${PACK.publisher}.${PACK.name}-${PACK.version}`);
  const translations = [{ id: 'vscode', path: './main.i18n.json' }];
  writeJson(join(folder, 'package.json'), {
    ...PACK,
    engines: { vscode: '*' },
    contributes: { localizations: [{ languageId: language, languageName: language, translations }] },
  });
  writeJson(join(folder, 'main.i18n.json'), { version: '1.0.0', contents: {} });
  writeJson(join(folders.userData, 'languagepacks.json'), {
    [language]: {
      hash: `${PACK.name}-${PACK.version}`,
      label: language,
      extensions: [{ extensionIdentifier: { id: `${PACK.publisher}.${PACK.name}` }, version: PACK.version }],
      translations: { vscode: join(folder, 'main.i18n.json') },
    },
  });
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}
