import { basename } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';
import type {} from '../../../facts/java/cluster-discovery.js';
import { csharpMulticast } from './csharp.js';
import { kubernetesDiscovery } from './fix.js';
import { goMulticast } from './go.js';
import { javaMulticast } from './java.js';
import { kotlinMulticast } from './kotlin.js';
import { pythonMulticast } from './python.js';
import { propertiesMulticast, yamlMulticast } from './settings.js';
import { xmlMulticast } from './xml.js';

/** Another way to find members, of the same library, stands beside it: which one is used is decided elsewhere. */
function sameLibrary(fact: Fact, { data }: Finding): boolean {
  const family = (data as { readonly family?: string } | null)?.family;
  return family !== undefined && (fact as Fact<'cluster.unicast'>).value.covers === family;
}

/** A setting names the file of another stack, and none names this one. */
function selectsAnotherStack(fact: Fact, { file, say }: Finding, model: Model): boolean {
  const { value } = (fact as Fact<'config.property'>).value;
  return say === 'jgroups' && file.endsWith('.xml') && /jgroups[\w.-]*\.xml$/.test(value) && !model.factsFor('config.property', file).some((each) => each.value.value.endsWith(basename(file)));
}

export const rule: Rule = {
  meta: {
    id: 'network/multicast',
    title: { en: 'Cluster members found by multicast', ko: '멀티캐스트로 클러스터 멤버 탐색' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['network', 'cluster'],
  },
  messages: {
    socket: {
      en: 'This socket sends to a multicast group: pod networks do not carry multicast, so what one replica announces never reaches the others.',
      ko: '이 소켓은 멀티캐스트 그룹으로 통신합니다. 파드 네트워크는 멀티캐스트를 전달하지 않으므로 한 레플리카가 보낸 내용이 다른 레플리카에 전혀 도달하지 않습니다.',
    },
    jgroups: {
      en: 'JGroups finds its members by multicast here ({stack}): pod networks do not carry it, so every replica forms a cluster of its own and no change reaches the others.',
      ko: 'JGroups가 멀티캐스트로 멤버를 찾습니다({stack}). 파드 네트워크는 멀티캐스트를 전달하지 않으므로 레플리카마다 혼자만의 클러스터를 이루고, 변경 내용이 서로 전달되지 않습니다.',
    },
    hazelcast: {
      en: 'Hazelcast finds its members by multicast: pod networks do not carry it, so every replica forms a cluster of its own with other data.',
      ko: 'Hazelcast가 멀티캐스트로 멤버를 찾습니다. 파드 네트워크는 멀티캐스트를 전달하지 않으므로 레플리카마다 혼자만의 클러스터를 이루고 서로 다른 데이터를 갖습니다.',
    },
    hazelcastDefault: {
      en: 'Nothing says how this Hazelcast member finds the others: the default is multicast up to 4.0, and later unless it may ask Kubernetes; each replica then has data of its own.',
      ko: '이 Hazelcast 멤버가 다른 멤버를 찾는 방법이 정해져 있지 않습니다. 4.0까지는 기본값이 멀티캐스트이고, 이후 버전도 Kubernetes API를 조회할 권한이 없으면 멀티캐스트를 쓰므로 레플리카마다 데이터가 따로 쌓입니다.',
    },
    ehcache: {
      en: 'Ehcache finds its peers by multicast: pod networks do not carry it, so each replica keeps serving what another one has already changed.',
      ko: 'Ehcache가 멀티캐스트로 다른 캐시를 찾습니다. 파드 네트워크는 멀티캐스트를 전달하지 않으므로, 다른 레플리카에서 바뀐 데이터를 계속 예전 값으로 제공합니다.',
    },
    address: {
      en: '{address} is a multicast group: pod networks do not carry multicast, so replicas do not find each other there.',
      ko: '{address}은(는) 멀티캐스트 그룹 주소입니다. 파드 네트워크는 멀티캐스트를 전달하지 않으므로 레플리카가 이 주소로 서로를 찾을 수 없습니다.',
    },
  },
  project: [goMulticast],
  matchers: [pythonMulticast, csharpMulticast, javaMulticast, kotlinMulticast, xmlMulticast, propertiesMulticast, yamlMulticast],
  clearing: [
    { fact: 'cluster.unicast', effect: 'info', when: sameLibrary, what: { en: 'discovery over TCP, DNS or Kubernetes in the same application', ko: '같은 애플리케이션에 설정된 TCP, DNS 또는 Kubernetes 방식의 멤버 탐색' } },
    { fact: 'config.property', effect: 'info', when: selectsAnotherStack, what: { en: 'a setting that selects another JGroups stack', ko: '다른 JGroups 스택을 지정한 설정' } },
  ],
  fixes: [kubernetesDiscovery],
};
