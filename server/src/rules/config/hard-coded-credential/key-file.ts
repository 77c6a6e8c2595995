import { ruleMatcher } from '../../../contract/rule.js';
import { at, text } from '../../../syntax/json/ask.js';
import { report } from './report.js';

/** The key file of a service account of Google's cloud: whoever has it acts as that account. */
export const serviceAccount = ruleMatcher({
  language: 'json',
  needles: [['service_account', 'private_key', 'BEGIN PRIVATE KEY']],
  on: {
    document({ root }, cx) {
      const key = at(root, 'private_key');
      const name = key?.parent?.children?.[0];
      if (text(root, 'type') !== 'service_account' || !key || !name || !/^-----BEGIN PRIVATE KEY-----\s[\w+/=\s]{300}/.test(text(root, 'private_key') ?? '')) return;
      const place = { start: name.offset, end: name.offset + name.length };
      report(cx, [{ name: 'private_key', at: place, value: { start: key.offset, end: key.offset + key.length }, kind: 'secret' }], { say: 'setting', data: { settings: [], default: false, places: [] } });
    },
  },
});
