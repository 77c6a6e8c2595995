import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { backendOf, distinctBackends, type StickyPlace } from './kinds.js';

interface Item {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly start: number;
}

/**
 * `KEY = value` of every section, comments left out. A small text reader of WebtoB's `http.m`: sections begin with `*`,
 * items are parted by commas.
 */
function itemsOf(text: string): readonly Item[] {
  const items: Item[] = [];
  let section = '';
  for (const line of text.matchAll(/[^\n]+/g)) {
    const code = line[0].replace(/#.*$/, '');
    section = /^\s*\*(\w+)/.exec(code)?.[1]?.toUpperCase() ?? section;
    for (const found of code.matchAll(/(\w+)\s*=\s*("[^"]*"|[^,\s]+)/g)) items.push({ section, key: found[1] ?? '', value: (found[2] ?? '').replaceAll('"', ''), start: line.index + found.index });
  }
  return items;
}

const routing = /^(?:StickySessionRoutingID|WBRoutingCookieKey|(?:Enable)?FlexibleSticky\w*)$/i;

/** What keeps sessions at one server behind WebtoB: rules of its reverse proxy, else the servers of JEUS, which it knows by the session's id. */
export function stickyInWebtob(text: string): readonly StickyPlace[] {
  const items = itemsOf(text);
  const backends = distinctBackends(items.filter(({ key }) => /^ServerAddress$/i.test(key)).map(({ value }) => backendOf(value)));
  const place = ({ start, key }: Item, via: string, implied?: true): StickyPlace => ({ at: { start, end: start + key.length }, value: { balancer: 'WebtoB', via, by: 'cookie', backends, ...(implied ? { implied } : {}) } });
  const set = items.find(({ section, key, value }) => section.startsWith('REVERSE_PROXY') && routing.test(key) && !/^n(?:o)?$/i.test(value)) ?? items.find(({ key, value }) => /^(?:Enable)?FlexibleSticky\w*$/i.test(key) && /^y(?:es)?$/i.test(value));
  if (set) return [place(set, set.key)];
  const group = items.find(({ section, key, value }) => section === 'SVRGROUP' && /^SVRTYPE$/i.test(key) && /^JSV$/i.test(value));
  return group ? [place(group, 'SVRTYPE = JSV', true)] : [];
}

const wholeKey = {};

/** `server.sticky` of WebtoB. */
export const stickyWebtobFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'properties', files: ['**/http.m'], needles: 'always',
    on: {
      entry(entry, cx) {
        // The file is shown as properties, one by one; what it says stands between them.
        const places = cx.once(wholeKey, () => [...stickyInWebtob(cx.text)]);
        if (places.length > 0 && entry.keySpan.start >= 0) for (const { at, value } of places.splice(0)) cx.emit('server.sticky', at, value);
      },
    },
  })],
};
