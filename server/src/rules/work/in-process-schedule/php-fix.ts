import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { chainFrom } from '../../../syntax/php/edit.js';

function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const { file } = finding;
  const now = text(file);
  if (now === undefined) return undefined;
  const places = [finding.range, ...finding.related.filter((each) => each.file === file && each.say === 'laravelAlso').map(({ range }) => range)];
  let calls = 0;
  const added = places.flatMap(({ start, end }): Edit[] => {
    const chain = chainFrom(now, end);
    if (!chain || /onOneServer/i.test(chain.text)) return [];
    // Laravel asks for a name before it lets one server run a closure.
    const unnamed = now.slice(start, end) === 'call' && !/->\s*(?:name|description)\s*\(/.test(chain.text);
    return [{ do: 'replace', file, span: { start: chain.end, end: chain.end }, text: `${unnamed ? `->name('scheduled-call-${++calls}')` : ''}->onOneServer()` }];
  });
  return added.length > 0 ? added : undefined;
}

/** Lets one server alone run each job; the lock is kept in the cache, which replicas have to share. */
export const laravelOneServer: Fix = {
  key: 'laravel-one-server',
  title: { en: 'Run on one server only (Laravel; needs a cache that replicas share)', ko: '서버 한 대에서만 실행(Laravel, 레플리카가 공유하는 캐시 필요)' },
  safety: 'review',
  applies: ({ say, file }) => say === 'laravel' && file.endsWith('.php'),
  edits,
};
