import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { bootSettingsFile } from '../../../facts/java/boot.js';
import { applicationIn } from '../../../facts/java/web-application.js';
import { settingsOf } from '../../../syntax/config-file.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { settingsEdits } from '../../../syntax/settings-edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

interface Data {
  readonly dir: string;
  readonly fix: 'add' | 'replace' | 'none';
}

/** Shorter than the 30 seconds that Kubernetes waits before it kills. */
const settings = [['server.shutdown', 'graceful'], ['spring.lifecycle.timeout-per-shutdown-phase', '20s']] as const;

function replaced({ finding, text }: FixInput): readonly Edit[] | undefined {
  const { file, range } = finding;
  const content = text(file);
  if (content === undefined) return undefined;
  const found = file.endsWith('.properties') ? entriesOf(content) : readStream(content).documents.flatMap(settingsOf);
  const setting = found.find(({ keySpan }) => keySpan.start === range.start);
  return setting && /^["']?immediate["']?$/i.test(content.slice(setting.valueSpan.start, setting.valueSpan.end)) ? [{ do: 'replace', file, span: setting.valueSpan, text: 'graceful' }] : undefined;
}

/** The setting that lets Spring Boot finish what it is working on, in the file that holds the others. */
export const gracefulShutdown: Fix = {
  key: 'graceful-shutdown',
  title: { en: 'Let requests finish before the server stops (server.shutdown=graceful)', ko: '처리 중인 요청을 마치고 종료하도록 설정(server.shutdown=graceful)' },
  safety: 'review',
  applies: ({ data, file }) => (data as unknown as Data | null)?.fix === 'add' || ((data as unknown as Data | null)?.fix === 'replace' && /\.(?:properties|ya?ml)$/.test(file)),
  edits(input) {
    const { dir, fix } = input.finding.data as unknown as Data;
    if (fix === 'replace') return replaced(input);
    const application = applicationIn(input.model, dir);
    return application && settingsEdits(bootSettingsFile(input.model, dir, application.dirs), settings, input.text);
  },
};
