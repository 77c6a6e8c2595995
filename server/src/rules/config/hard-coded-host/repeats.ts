import { dirname, extension } from '../../../base/paths.js';
import type { Span } from '../../../base/text.js';
import type { Finding } from '../../../contract/finding.js';
import type { FixInput } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';
import { isSpringFile, profileKind, runsForUsers, settingsOf } from '../../../syntax/config-file.js';
import { endpointsIn, hostKind, sameHost } from '../../../syntax/endpoint.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { readStream } from '../../../syntax/yaml/stream.js';
import { dataOf } from './report.js';

/** Which of several profiles with one host is told: what runs for users, then the default, development last. */
function rank(profile: string | undefined): number {
  const kind = profileKind(profile);
  if (runsForUsers(profile)) return 0;
  return kind === 'default' ? 1 : kind === 'development' ? 3 : 2;
}

function hasHost(value: string, host: string, profile: string | undefined): boolean {
  const kind = hostKind(host);
  if (kind === undefined || (profileKind(profile) === 'container' && ['single-label', 'internal'].includes(kind))) return false;
  return endpointsIn(value, true).some((endpoint) => sameHost(endpoint) === sameHost({ ...endpoint, host, kind }));
}

/** Whether the file of another profile beside this one gives the same host to the same key. */
function isRepeat({ file, value: other }: Fact<'config.property'>, finding: Finding): boolean {
  if (file === finding.file || other.key !== dataOf(finding).setting || dirname(file) !== dirname(finding.file) || profileKind(other.profile) === 'test') return false;
  return hasHost(other.value, String(finding.args['host']), other.profile);
}

/** Whether another profile's file is where the host is told. */
export function isToldInOtherProfile(fact: Fact, finding: Finding): boolean {
  const { setting, profile } = dataOf(finding);
  const property = fact as Fact<'config.property'>;
  if (setting === '' || !isRepeat(property, finding)) return false;
  const order = rank(property.value.profile) - rank(profile);
  return order < 0 || (order === 0 && property.file < finding.file);
}

/** A value in the file of another profile; `text` is that file's. */
interface Repeat {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

/** Values of the finding's key in other profiles that hold the same host and may be replaced. */
export function repeatsOf({ finding, model, text }: Pick<FixInput, 'finding' | 'model' | 'text'>): readonly Repeat[] {
  if (dataOf(finding).setting === '' || !isSpringFile(finding.file)) return [];
  return filesOfRepeats(finding, model).flatMap((file) => {
    const current = text(file) ?? '';
    const settings = extension(file) === 'properties' ? entriesOf(current) : readStream(current).documents.flatMap(settingsOf);
    return settings.filter(({ key, value, valueSpan }) => key === dataOf(finding).setting && hasHost(value, String(finding.args['host']), undefined)
      && !/[{}\r\n]|^[|>]|\\$/.test(current.slice(valueSpan.start, valueSpan.end))).map(({ valueSpan }) => ({ file, span: valueSpan, text: current }));
  });
}

function filesOfRepeats(finding: Finding, model: Model): readonly string[] {
  return [...new Set(model.factsFor('config.property', finding.file).filter((fact) => isSpringFile(fact.file) && isRepeat(fact, finding)).map(({ file }) => file))];
}
