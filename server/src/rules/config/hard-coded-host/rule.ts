import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { isMadeByCommands } from '../../../facts/java/jboss-datasource.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/config-kinds.js';
import type {} from '../../../facts/environment.js';
import { profileKind, runsForUsers } from '../../../syntax/config-file.js';
import { keepsOff, overridesOf, referencesTo, sameSetting } from '../../../facts/settings.js';
import { appsettingsHost, configHost, csharpHost } from './dotnet.js';
import { settingOverride } from './dotnet-fix.js';
import { environmentPlaceholder } from './fix.js';
import { goHost } from './go.js';
import { javaHost } from './java.js';
import { kotlinHost } from './kotlin.js';
import { nodeHost } from './node.js';
import { poolFromEnvironment } from './pool-fix.js';
import { propertiesHost, yamlHost } from './settings.js';
import { isToldInOtherProfile } from './repeats.js';
import { dataOf } from './report.js';
import { resolvedHosts } from './resolved.js';
import { isUnread } from './unread.js';
import { xmlHost } from './xml.js';
import { pythonHost } from './python.js';
import { phpHost, phpSettingHost } from './php.js';
import { isReplacedPython } from '../../../facts/python/settings.js';

/** A setting of a file, not a name in code. */
function settingOf(finding: Finding): string {
  return finding.say.endsWith('-code') ? '' : dataOf(finding).setting;
}

/** The variable overrides the setting, or every setting that refers to it. */
function environmentSets(fact: Fact, finding: Finding, model: Model): boolean {
  const setting = settingOf(finding);
  const { name } = (fact as Fact<'config.environment'>).value;
  if (setting === '' || sameSetting(name, setting)) return setting !== '';
  const users = referencesTo(model, finding.file, setting);
  return users.some(({ key }) => sameSetting(name, key)) && users.every(({ key }) => overridesOf(model, finding.file, key).length > 0);
}

/** The default profile holds the value for development; another one, which is not for development, replaces it. */
function otherProfileSets(fact: Fact, finding: Finding): boolean {
  const { key, profile } = (fact as Fact<'config.property'>).value;
  return dataOf(finding).default && runsForUsers(profile) && sameSetting(key, settingOf(finding));
}

/** A profile for development names what runs beside the developer, and users get another value. */
function isOnlyForDevelopment(fact: Fact, finding: Finding): boolean {
  const { key, profile } = (fact as Fact<'config.property'>).value;
  return profileKind(dataOf(finding).profile) === 'development' && runsForUsers(profile) && sameSetting(key, settingOf(finding));
}

const discovery = /:spring-cloud-(?:starter-)?(?:loadbalancer|netflix-(?:eureka-client|ribbon)|(?:consul|kubernetes|zookeeper|alibaba-nacos)[\w-]*discovery|starter-(?:netflix-eureka-client|loadbalancer|kubernetes[\w-]*|consul-discovery|alibaba-nacos-discovery|zookeeper-discovery))$/;

/** A client of the application turns service names into addresses: `http://user-service/…` is no fixed host. */
function isDiscovered(fact: Fact, finding: Finding): boolean {
  return dataOf(finding).service && (fact as Fact<'build.module'>).value.dependencies.some((name) => discovery.test(name));
}

export const rule: Rule = {
  meta: {
    id: 'config/hard-coded-host',
    title: { en: 'Host fixed in code or configuration', ko: '코드나 설정에 고정된 호스트' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['config', 'network'],
  },
  messages: {
    loopback: {
      en: '`{name}` points to {host}, which inside a pod is the pod itself: no replica reaches a service that runs elsewhere.',
      ko: '`{name}` 값이 {host}(으)로 고정되어 있습니다. 파드 안에서 이 주소는 파드 자신이므로, 어느 레플리카도 다른 곳에서 실행되는 서비스에 연결하지 못합니다.',
    },
    host: {
      en: '`{name}` is fixed to {host}: every replica depends on that one address, and when it changes the pods keep failing until a new image is built.',
      ko: '`{name}` 값이 {host}(으)로 고정되어 있습니다. 모든 레플리카가 이 주소 하나에 의존하며, 주소가 바뀌면 이미지를 다시 빌드할 때까지 연결에 실패합니다.',
    },
    'loopback-code': {
      en: 'The code calls {host}, which inside a pod is the pod itself: no replica reaches a service that runs elsewhere.',
      ko: '코드가 {host}에 연결합니다. 파드 안에서 이 주소는 파드 자신이므로, 어느 레플리카도 다른 곳에서 실행되는 서비스에 연결하지 못합니다.',
    },
    'host-code': {
      en: 'The code calls the fixed host {host}: every replica depends on that one address, and when it changes the pods keep failing until a new image is built.',
      ko: '코드가 고정된 호스트 {host}에 연결합니다. 모든 레플리카가 이 주소 하나에 의존하며, 주소가 바뀌면 이미지를 다시 빌드할 때까지 연결에 실패합니다.',
    },
    'fallback-code': {
      en: 'Unless `{name}` says otherwise, the code calls {host}: replicas do not reach it where nothing goes by that name or address.',
      ko: '`{name}` 값을 따로 지정하지 않으면 코드가 {host}에 연결합니다. 그 이름이나 주소를 쓰는 서비스가 없는 환경에서는 레플리카가 연결하지 못합니다.',
    },
    own: {
      en: '`{name}` tells browsers and other systems that the application is at {host}: behind a Service or an Ingress they reach none of the replicas there.',
      ko: '`{name}` 값은 브라우저나 다른 시스템에 애플리케이션의 주소를 {host}(으)로 알립니다. Service나 Ingress 뒤에서는 이 주소로 어느 레플리카에도 접속할 수 없습니다.',
    },
    'own-code': {
      en: 'The code tells browsers and other systems that the application is at {host}: behind a Service or an Ingress they reach none of the replicas there.',
      ko: '코드가 브라우저나 다른 시스템에 애플리케이션의 주소를 {host}(으)로 알립니다. Service나 Ingress 뒤에서는 이 주소로 어느 레플리카에도 접속할 수 없습니다.',
    },
    same: { en: '`{name}` has the same host, {host}', ko: '`{name}`도 같은 호스트({host})입니다' },
    used: { en: '`{name}` is made of it', ko: '`{name}` 값에 쓰입니다' },
  },
  project: [resolvedHosts],
  matchers: [goHost, appsettingsHost, configHost, csharpHost, propertiesHost, yamlHost, xmlHost, javaHost, nodeHost, kotlinHost, pythonHost, phpHost, phpSettingHost],
  clearing: [
    { fact: 'datasource.command', effect: 'silence', when: (fact, { file }, model) => isMadeByCommands(fact as Fact<'datasource.command'>, file, model), what: { en: 'a script of the image that makes the same data sources from the environment', ko: '이미지 안에서 환경 변수로 같은 데이터 소스를 만드는 스크립트' } },
    { fact: 'python.settings-import', effect: 'info', when: isReplacedPython, what: { en: 'settings for production that begin with these', ko: '이 설정을 바탕으로 값을 다시 지정하는 운영 설정' } },
    { fact: 'build.module', effect: 'silence', when: isDiscovered, what: { en: 'service discovery that resolves the name', ko: '이름을 주소로 바꾸는 서비스 디스커버리' } },
    { fact: 'config.property', effect: 'silence', when: isToldInOtherProfile, what: { en: 'the same host, told in the file of another profile', ko: '다른 프로파일 파일에서 이미 알린 같은 호스트' } },
    { fact: 'config.property', effect: 'silence', when: isOnlyForDevelopment, what: { en: 'another value for production beside that for development', ko: '개발용 값과 별도로 지정한 운영 값' } },
    { fact: 'config.property', effect: 'silence', when: (fact, finding, model) => keepsOff(fact, finding.file, settingOf(finding), model), what: { en: 'a switch in the same file that turns the feature off', ko: '같은 파일에서 해당 기능을 끈 설정' } },
    { fact: 'config.environment', effect: 'info', when: environmentSets, what: { en: 'an environment variable in a manifest that overrides the setting', ko: '설정을 덮어쓰는 매니페스트의 환경 변수' } },
    { fact: 'config.property', effect: 'info', when: otherProfileSets, what: { en: 'a production profile that sets the same key', ko: '같은 키를 지정한 운영 프로파일' } },
    { fact: 'config.property', effect: 'info', when: isUnread, what: { en: 'a setting by which this file is not read', ko: '이 파일을 읽지 않게 하는 설정' } },
  ],
  fixes: [environmentPlaceholder, settingOverride, poolFromEnvironment],
};
