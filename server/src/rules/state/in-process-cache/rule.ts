import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import { standsBesideServer, standsInBrowserPackage } from '../../../facts/node/application.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { conditionHolds, coversFamily } from '../../../facts/cache/holds.js';
import { csharpDistributed, csharpMessages, dotnetRedisCache } from './csharp.js';
import { localCaches, type CacheData } from './check.js';
import { goCaches, goMessages } from './go.js';
import { laravelCacheDefaults, phpApcu, phpCacheSettings, phpMessages, symfonyCache } from './php.js';
import { keyvRedis } from './node-plan.js';
import { nodeCaches } from './node.js';
import { hapiCaches } from './hapi.js';
import { nextAging, nextDropped, nextMessages } from './node-next.js';
import { redisCache } from './redis-fix.js';
import { djangoDefaultCache, pythonCaches } from './python.js';
import { symfonyDefaultCache, symfonyRedisCache } from './symfony.js';
import { pythonMessages } from './python-messages.js';
import { pythonRedisCache } from './python-fix.js';
import { pythonCodeCaches } from './python-code.js';
import { laravelCache } from './php-fix.js';

function dataOf(finding: Finding): CacheData {
  return finding.data as unknown as CacheData;
}

function isShared(fact: Fact, finding: Finding, model: Model): boolean {
  const { family, provider } = dataOf(finding);
  const shared = fact as Fact<'cache.shared'>;
  return coversFamily(shared, family, provider) && conditionHolds(model, fact.file, shared.value.when) === 'yes';
}

/** A local cache that is spelled out beside a shared one is meant: a first level in front of it, or another environment's. */
function isSpelledOut(finding: Finding, fact: Fact): boolean {
  const { place } = dataOf(finding);
  const { covers } = (fact as Fact<'cache.shared'>).value;
  return covers === 'infinispan' || ((covers === 'application' || covers === 'jpa' || covers === 'shiro') && ['region', 'manager', 'provider'].includes(place));
}

function isToldOfChanges(fact: Fact, finding: Finding): boolean {
  const { type } = (fact as Fact<'cache.invalidation'>).value;
  const { family, known } = dataOf(finding);
  if (finding.say === 'copy-unless') return false;
  return family === 'application' ? type === '*' : family === 'jpa' ? type === 'jpa' : family === 'code' && known.includes(type);
}

const what = { en: 'a cache that replicas share and that is configured', ko: '레플리카가 공유하도록 설정된 캐시' };

export const rule: Rule = {
  meta: {
    id: 'state/in-process-cache',
    title: { en: 'Cache in the memory of each process', ko: '프로세스마다 따로 두는 메모리 캐시' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['state', 'memory', 'cache'],
  },
  messages: {
    ...csharpMessages,
    region: {
      en: 'The cache "{name}" ({provider}) lives in the memory of this process: after a change through one replica the others go on answering with the old data.',
      ko: '캐시 "{name}"({provider})이(가) 이 프로세스의 메모리에 있습니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    'region-unless': {
      en: 'The cache "{name}" ({provider}) lives in the memory of this process unless {setting} is "{value}": after a change through one replica the others go on answering with the old data.',
      ko: '{setting} 값이 "{value}"가 아니면 캐시 "{name}"({provider})이(가) 이 프로세스의 메모리에 있습니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    manager: {
      en: 'The application\'s caches ({provider}, {name}) live in the memory of this process: after a change through one replica the others go on answering with the old data.',
      ko: '애플리케이션의 캐시({provider}, {name})가 이 프로세스의 메모리에 있습니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    'manager-unless': {
      en: 'The application\'s caches ({provider}, {name}) live in the memory of this process unless {setting} is "{value}": after a change through one replica the others go on answering with the old data.',
      ko: '{setting} 값이 "{value}"가 아니면 애플리케이션의 캐시({provider}, {name})가 이 프로세스의 메모리에 있습니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    file: {
      en: '{provider} is configured to keep "{name}" and its other caches in the memory of this process: after a change through one replica the others go on answering with the old data.',
      ko: '{provider} 설정에서 "{name}" 등의 캐시를 이 프로세스의 메모리에 둡니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    enabled: {
      en: '{name} without a provider that replicas share caches in the memory of this process ({provider}): after a change through one replica the others go on answering with the old data.',
      ko: '{name}만 있고 레플리카가 공유하는 캐시 저장소가 없어 이 프로세스의 메모리({provider})에 캐시합니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    jpa: {
      en: 'The second-level cache of {provider} ({name}) keeps entities in the memory of this process: it does not see what another replica writes, so old values are shown and may be written back.',
      ko: '{provider}의 2차 캐시({name})가 엔티티를 이 프로세스의 메모리에 보관합니다. 다른 레플리카가 저장한 내용을 알지 못하므로 예전 값을 보여 주거나 다시 저장할 수 있습니다.',
    },
    mybatis: {
      en: 'The {provider} cache of {name} lives in the memory of this process: a write through another replica does not flush it, so queries here go on returning the old rows.',
      ko: '{name}의 {provider} 캐시가 이 프로세스의 메모리에 있습니다. 다른 레플리카에서 데이터를 저장해도 비워지지 않으므로, 여기서는 조회할 때 계속 예전 행을 돌려줍니다.',
    },
    shiro: {
      en: 'Shiro caches permissions in the memory of this process ({provider}): when rights are withdrawn through one replica, the others still grant them.',
      ko: 'Shiro가 권한 정보를 이 프로세스의 메모리({provider})에 캐시합니다. 한 레플리카에서 권한을 회수해도 다른 레플리카는 여전히 허용합니다.',
    },
    copy: {
      en: '"{name}" in {owner} ({provider}) copies data into the memory of this process, and only this replica drops an entry when it changes: the others go on using the old one.',
      ko: '{owner}의 "{name}"({provider})이(가) 데이터를 이 프로세스의 메모리에 복사해 둡니다. 데이터가 바뀌면 변경을 처리한 레플리카만 항목을 비우고, 다른 레플리카는 계속 예전 값을 사용합니다.',
    },
    'copy-unless': {
      en: 'Unless {setting} makes the replicas tell each other, "{name}" in {owner} ({provider}) copies data into the memory of this process, and only this replica drops an entry when it changes: the others go on using the old one.',
      ko: '{setting} 설정으로 레플리카끼리 변경을 알리지 않으면, {owner}의 "{name}"({provider})에 복사해 둔 데이터는 변경을 처리한 레플리카에서만 비워집니다. 다른 레플리카는 계속 예전 값을 사용합니다.',
    },
    aging: {
      en: '"{name}" in {owner} ({provider}) copies data into the memory of this process: after a change each replica uses its old copy until the entry expires, so replicas answer differently in that time.',
      ko: '{owner}의 "{name}"({provider})이(가) 데이터를 이 프로세스의 메모리에 복사해 둡니다. 데이터가 바뀌어도 레플리카마다 항목이 만료될 때까지 예전 값을 사용하므로, 그동안 레플리카마다 응답이 다릅니다.',
    },
    store: {
      en: '"{name}" in {owner} ({provider}) keeps data in the memory of this process alone: a request that reaches another replica does not find it, and a restart loses it.',
      ko: '{owner}의 "{name}"({provider})에 담긴 데이터는 이 프로세스의 메모리에만 있습니다. 다른 레플리카가 요청을 받으면 찾을 수 없고, 재시작하면 사라집니다.',
    },
    harmless: {
      en: '"{name}" in {owner} ({provider}) caches in the memory of this process: replicas may answer differently until its entries expire.',
      ko: '{owner}의 "{name}"({provider})이(가) 이 프로세스의 메모리에 캐시합니다. 항목이 만료될 때까지 레플리카마다 응답이 다를 수 있습니다.',
    },
    node: {
      en: '"{name}" ({provider}) caches in the memory of this process: after a change through one replica the others go on answering with the old data, and a restart begins with an empty cache.',
      ko: '"{name}"({provider})이(가) 이 프로세스의 메모리에 캐시합니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답하고, 재시작하면 빈 캐시로 시작합니다.',
    },
    'node-answers': {
      en: '"{name}" ({provider}) keeps answers of another server in the memory of this process: each replica asks for itself, and replicas may answer differently until an entry drops out.',
      ko: '"{name}"({provider})이(가) 다른 서버의 응답을 이 프로세스의 메모리에 보관합니다. 레플리카마다 따로 조회하므로, 항목이 밀려날 때까지 레플리카마다 응답이 다를 수 있습니다.',
    },
    'node-short': {
      en: '"{name}" ({provider}) caches in the memory of this process: replicas may answer differently until its entries expire.',
      ko: '"{name}"({provider})이(가) 이 프로세스의 메모리에 캐시합니다. 항목이 만료될 때까지 레플리카마다 응답이 다를 수 있습니다.',
    },
    'node-unless': {
      en: 'Unless {setting} is set, "{name}" ({provider}) caches in the memory of this process: after a change through one replica the others go on answering with the old data.',
      ko: '{setting} 값이 없으면 "{name}"({provider})이(가) 이 프로세스의 메모리에 캐시합니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
    },
    also: { en: 'caching is set up here as well: {name}', ko: '캐시와 관련된 다른 설정: {name}' },
    ...nextMessages,
    ...phpMessages,
    ...goMessages,
    ...pythonMessages,
  },
  matchers: [nodeCaches, csharpDistributed, phpApcu, symfonyCache, pythonCodeCaches],
  project: [goCaches, localCaches, hapiCaches, nextDropped, nextAging, phpCacheSettings, ...laravelCacheDefaults, symfonyDefaultCache, pythonCaches, djangoDefaultCache],
  clearing: [
    { fact: 'build.module', effect: 'silence', when: standsInBrowserPackage, what: { en: 'a package made for browsers', ko: '브라우저용 패키지' } },
    { fact: 'node.listen', effect: 'silence', when: standsBesideServer, what: { en: 'a client beside the folder of the server', ko: '서버 폴더와 나란히 있는 클라이언트 코드' } },
    { fact: 'dotnet.distributed-cache', effect: 'info', when: (_fact, { say }) => say === 'distributed', what },
    { fact: 'cache.shared', effect: 'silence', when: (fact, finding, model) => isShared(fact, finding, model) && !isSpelledOut(finding, fact), what },
    { fact: 'cache.shared', effect: 'info', when: isShared, what },
    { fact: 'cache.invalidation', effect: 'silence', when: isToldOfChanges, what: { en: 'messages that drop entries in every replica', ko: '모든 레플리카의 캐시 항목을 비우는 메시지' } },
  ],
  fixes: [laravelCache, symfonyRedisCache, dotnetRedisCache, keyvRedis, redisCache, pythonRedisCache],
};
