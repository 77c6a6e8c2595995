import { lineEnding } from '../../base/text.js';
import type { PropertyEntry } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { entriesOf } from '../../syntax/properties/adapter.js';
import { backendOf, distinctBackends, type StickyPlace } from './kinds.js';

const off = /^(?:0|f|false|n|no|off)$/i;

/** Balancing workers of mod_jk, which keep sessions at their worker unless `sticky_session` says no. */
export function stickyInModJk(entries: readonly PropertyEntry[]): readonly StickyPlace[] {
  const value = (key: string): PropertyEntry | undefined => entries.find((entry) => entry.key === key);
  return entries.flatMap((entry): readonly StickyPlace[] => {
    const name = /^worker\.([\w.-]+)\.type$/.exec(entry.key)?.[1];
    if (name === undefined || entry.value.trim() !== 'lb') return [];
    const members = entries.filter(({ key }) => /^worker\.[\w.-]+\.(?:balance_workers|balanced_workers)$/.test(key) && key.startsWith(`worker.${name}.`)).flatMap((list) => list.value.split(/[\s,]+/)).filter((member) => member !== '');
    const sticky = value(`worker.${name}.sticky_session`);
    if (members.length < 2 || (sticky && off.test(sticky.value.trim()))) return [];
    const at = sticky ?? entry;
    return [{
      at: at.keySpan,
      value: { balancer: 'mod_jk', via: sticky ? `sticky_session=${sticky.value}` : 'type=lb', by: 'cookie', backends: distinctBackends(members.map((member) => backendOf(value(`worker.${member}.host`)?.value ?? '.'))) },
      remove: (file, text) => {
        if (sticky) return [{ do: 'replace', file, span: sticky.valueSpan, text: /^[a-z]/i.test(sticky.value) ? 'false' : '0' }];
        const line = `${lineEnding(text)}worker.${name}.sticky_session=0`;
        return [{ do: 'replace', file, span: { start: entry.valueSpan.end, end: entry.valueSpan.end }, text: line }];
      },
    }];
  });
}

const wholeKey = {};

/** `server.sticky` of mod_jk's `workers.properties`. */
export const stickyModJkFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'properties', needles: [[/^\s*worker\.[\w.-]+\.balanced?_workers\b/m]],
    on: {
      entry(entry, cx) {
        const places = cx.once(wholeKey, () => stickyInModJk(entriesOf(cx.text)));
        for (const { at, value } of places) if (at.start === entry.keySpan.start) cx.emit('server.sticky', at, value);
      },
    },
  })],
};
