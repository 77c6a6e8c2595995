import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/search-shared.js';
import { csharpIndex } from './csharp.js';
import { goIndex, goMessages } from './go.js';
import { javaIndex } from './java.js';
import { kotlinIndex } from './kotlin.js';
import { propertiesIndex, xmlIndex, yamlIndex } from './settings.js';
import { nodeIndex } from './node.js';
import { pythonHaystack, pythonIndex } from './python.js';
import { pythonMessages } from './python-messages.js';

export const rule: Rule = {
  meta: {
    id: 'state/local-search-index',
    title: { en: 'Search index on the disk of each process', ko: '프로세스마다 로컬 디스크에 두는 검색 색인' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['state', 'storage', 'search', 'java'],
  },
  messages: {
    lucene: {
      en: 'The Lucene index of {type} lies on the disk of this pod: what one replica indexes the others do not find, and a new pod starts with no index.',
      ko: '{type}의 Lucene 색인이 이 파드의 디스크에 있습니다. 한 레플리카가 색인한 내용은 다른 레플리카에서 검색되지 않고, 새 파드는 색인 없이 시작합니다.',
    },
    temporary: {
      en: 'The Lucene index of {type} is built anew in a temporary directory of each process: replicas find different things as soon as data changes after the start.',
      ko: '{type}의 Lucene 색인을 프로세스마다 임시 디렉터리에 새로 만듭니다. 시작한 뒤에 데이터가 바뀌면 레플리카마다 검색 결과가 달라집니다.',
    },
    setting: {
      en: '{setting}={value} keeps the search index on the disk of this pod: what one replica indexes the others do not find, and a new pod starts with no index.',
      ko: '{setting}={value} 설정은 검색 색인을 이 파드의 디스크에 둡니다. 한 레플리카가 색인한 내용은 다른 레플리카에서 검색되지 않고, 새 파드는 색인 없이 시작합니다.',
    },
    heap: {
      en: '{setting}={value} keeps the search index in the memory of this process: what one replica indexes the others do not find, and a restart loses it.',
      ko: '{setting}={value} 설정은 검색 색인을 이 프로세스의 메모리에 둡니다. 한 레플리카가 색인한 내용은 다른 레플리카에서 검색되지 않고, 재시작하면 사라집니다.',
    },
    solr: {
      en: 'Solr runs inside this process and keeps its index on the disk of the pod: each replica searches an index of its own, and two must not open the same one.',
      ko: 'Solr가 이 프로세스 안에서 실행되며 색인을 파드의 디스크에 둡니다. 레플리카마다 자기 색인만 검색하며, 두 레플리카가 같은 색인을 함께 열 수도 없습니다.',
    },
    ...pythonMessages,
    ...goMessages,
  },
  matchers: [csharpIndex, javaIndex, propertiesIndex, yamlIndex, xmlIndex, kotlinIndex, pythonIndex, nodeIndex],
  project: [goIndex, pythonHaystack],
  clearing: [
    {
      fact: 'search.shared', effect: 'silence', when: (_fact, finding) => (finding.data as { readonly library?: string } | null)?.library === 'hibernate-search',
      what: { en: 'a search server that is configured', ko: '설정된 검색 서버' },
    },
  ],
};
