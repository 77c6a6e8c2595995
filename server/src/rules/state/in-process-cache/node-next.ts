import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/node/next-cache.js';

/** What is said of the cache of Next.js. */
export const nextMessages: Readonly<Record<string, Localized>> = {
  next: {
    en: '{call} drops entries from the cache of this replica alone: unless `cacheHandler` of Next.js names a store that replicas share, each keeps its cache in its own memory and on its own disk, and the others go on showing the old data.',
    ko: '{call}은(는) 이 레플리카의 캐시 항목만 무효화합니다. Next.js의 `cacheHandler`로 레플리카가 공유하는 저장소를 지정하지 않으면 캐시가 레플리카마다 자기 메모리와 디스크에 있으므로, 다른 레플리카는 계속 예전 데이터를 보여 줍니다.',
  },
  nextUnless: {
    en: 'Unless {setting} makes Next.js keep its cache in a store that replicas share, {call} drops entries from the cache of this replica alone, and the others go on showing the old data.',
    ko: '{setting} 설정으로 Next.js의 캐시를 레플리카가 공유하는 저장소에 두지 않으면 {call}은(는) 이 레플리카의 캐시 항목만 무효화하고, 다른 레플리카는 계속 예전 데이터를 보여 줍니다.',
  },
  nextAging: {
    en: 'What {call} caches lies in the memory and on the disk of each replica unless `cacheHandler` of Next.js names a store that replicas share: they may show different data until an entry expires.',
    ko: 'Next.js의 `cacheHandler`로 레플리카가 공유하는 저장소를 지정하지 않으면 {call}(으)로 캐시한 데이터가 레플리카마다 자기 메모리와 디스크에 있습니다. 항목이 만료될 때까지 레플리카마다 다른 데이터를 보여 줄 수 있습니다.',
  },
  nextAlso: { en: 'cached here: {call}', ko: '여기에서 캐시합니다: {call}' },
};

/** The setting on which a keeper for the cache depends; '' when there always is one, `undefined` when there never is. */
function keeperOf(model: Model, file: string): string | undefined {
  const found = model.factsFor('next.cache-handler', file).map(({ value }) => value.setting);
  return found.includes('') ? '' : found[0];
}

/** What is dropped by a tag had to get one; pages by their path may be cached by all ways. */
function isCached(model: Model, file: string, by: 'tag' | 'path'): boolean {
  return model.factsFor('next.cached', file).some(({ value }) => by === 'path' || value.tagged);
}

/** How many places of caching a finding points to. */
const shown = 5;
const data = { family: 'next', place: 'setting', provider: 'next', known: [], redis: null };

/** Entries of Next's cache that code drops: one replica hears of it. Told once in an application. */
export const nextDropped: ProjectCheck<'next.dropped'> = {
  subject: 'next.dropped',
  reads: ['next.dropped', 'next.cached', 'next.cache-handler'],
  check(subject, { model, report }) {
    const { file } = subject;
    const first = model.factsFor('next.dropped', file).find(({ value }) => isCached(model, file, value.by));
    const setting = keeperOf(model, file);
    if (first !== subject || setting === '') return;
    const { call } = subject.value;
    report({
      ...(setting === undefined ? { say: 'next', args: { call } } : { say: 'nextUnless', args: { call, setting } }), severity: 'warning', confidence: 'medium', cause: 'next-cache', data,
      also: model.factsFor('next.cached', file).slice(0, shown).map((each) => ({ file: each.file, range: each.range, say: 'nextAlso', args: { call: each.value.via } })),
    });
  },
};

/** Entries that only age: replicas differ for as long as they live. */
export const nextAging: ProjectCheck<'next.cached'> = {
  subject: 'next.cached',
  reads: ['next.dropped', 'next.cached', 'next.cache-handler'],
  check(subject, { model, report }) {
    const { file } = subject;
    const first = model.factsFor('next.cached', file).find(({ value }) => value.ages);
    if (first !== subject || keeperOf(model, file) !== undefined || model.factsFor('next.dropped', file).some(({ value }) => isCached(model, file, value.by))) return;
    report({ say: 'nextAging', args: { call: subject.value.via }, severity: 'info', confidence: 'medium', cause: 'next-cache', data });
  },
};
