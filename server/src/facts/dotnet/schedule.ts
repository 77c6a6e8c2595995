import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, calledName, callName, named, span, stringValue } from '../../syntax/csharp/ask.js';
import { at as jsonAt, keys, text } from '../../syntax/json/ask.js';
import { attribute } from '../../syntax/xml/ask.js';
import type {} from '../evidence.js';

const clustered = /^quartz\.jobStore\.clustered$/i;
const via = 'quartz.jobStore.clustered';

/** What lets the replicas' schedulers of .NET share their jobs. */
export const dotnetScheduleFacts: FactExtractor = {
  kinds: ['schedule.lock'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['UseClustering'], ['UsePersistentStore'], ['quartz.jobStore.clustered']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const [key, value] = args(call);
          if (at && callName(call) === 'UseClustering') cx.emit('schedule.lock', span(at), { via: 'UseClustering()', covers: 'quartz' });
          if (at && callName(call) === 'UsePersistentStore') cx.emit('schedule.lock', span(at), { via: 'UsePersistentStore()', covers: 'quartz-store' });
          if (at && clustered.test(stringValue(key) ?? '') && stringValue(value) === 'true') cx.emit('schedule.lock', span(at), { via, covers: 'quartz' });
        },
        assignment_expression(node, cx) {
          if (/quartz\.jobStore\.clustered"\]\s*=\s*"true"/i.test(node.text)) cx.emit('schedule.lock', span(named(node)[0] ?? node), { via, covers: 'quartz' });
        },
      },
    }),
    factMatcher({
      language: 'json', files: ['**/appsettings*.json'], needles: [['quartz.jobStore.clustered']],
      on: {
        document({ root }, cx) {
          for (const section of keys(root)) {
            const node = jsonAt(root, section, via);
            if (node && (text(root, section, via) ?? String(node.value)) === 'true') cx.emit('schedule.lock', { start: node.offset, end: node.offset + node.length }, { via, covers: 'quartz' });
          }
        },
      },
    }),
    factMatcher({
      language: 'xml', files: ['**/*.config'], needles: [['quartz.jobStore.clustered']],
      on: {
        add(element, cx) {
          const key = attribute(element, 'key');
          if (key && clustered.test(key.value) && attribute(element, 'value')?.value === 'true') cx.emit('schedule.lock', key.valueSpan, { via, covers: 'quartz' });
        },
      },
    }),
  ],
};
