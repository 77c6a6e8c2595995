import { args, callName, plain, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';

/**
 * `TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")` as an IANA name; '' for the zone of the process, `undefined` for zones
 * of Windows and those that are found at run time.
 */
export function zoneIn(given: CsNode | undefined): string | undefined {
  if (plain(given) === 'TimeZoneInfo.Utc') return 'Etc/UTC';
  if (plain(given) === 'TimeZoneInfo.Local') return '';
  const id = given?.type === 'invocation_expression' && callName(given) === 'FindSystemTimeZoneById' ? stringValue(args(given)[0]) : undefined;
  return id !== undefined && /^[A-Z]\w*(?:\/[\w+-]+)+$/.test(id) ? id : undefined;
}
