import type { Fact, Model } from '../../../contract/workspace.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/dotnet/database.js';
import type {} from '../../../facts/environment.js';
import type {} from '../../../facts/node/database-server.js';
import { profileKind } from '../../../syntax/config-file.js';
import { withFallbacks } from '../../../syntax/placeholders.js';
import { branchMessages, isNeverPicked, pickedBranch } from './branch.js';
import { appsettingsDatabase, configDatabase, csharpDatabase, dotnetMessages } from './dotnet.js';
import { defaultDatabase } from './default.js';
import { embeddedIn, sameSetting } from './engines.js';
import { externalDatasource } from './fix.js';
import { javaDatabase } from './java.js';
import { kotlinDatabase } from './kotlin.js';
import { nodeDatabase } from './node.js';
import { propertiesDatabase, yamlDatabase } from './settings.js';
import { xmlDatabase } from './xml.js';
import { pythonDatabase, pythonSettingsDatabase } from './python.js';
import { choosesPackage, goDatabase, isMadeByChoice } from './go.js';
import { laravelDatabaseDefaults, phpConfiguredDatabase, phpDatabase, phpDefaultDatabase, phpDriver, symfonyDatabase } from './php.js';

/** What the file matchers remember of a finding. */
export interface DatabaseData {
  /** Dotted key; '' when code decides. */
  readonly setting: string;
  /** Names in the placeholders of the value. */
  readonly variables: readonly string[];
  /** Set in the default profile. */
  readonly default: boolean;
  /** Profile of a file that is one of several choices; '' or left out where it is none. */
  readonly choice?: string;
}

const script = /\.[cm]?[jt]sx?$/;

function dataOf(finding: Finding): DatabaseData | undefined {
  return finding.data as unknown as DatabaseData | undefined ?? undefined;
}

/** Another profile, not one for development, sets the same key to a database elsewhere. */
function otherProfileSets(fact: Fact, finding: Finding): boolean {
  const { key, value, profile } = (fact as Fact<'config.property'>).value;
  return ['other', 'container'].includes(profileKind(profile)) && dataOf(finding)?.default === true && sameSetting(key, dataOf(finding)?.setting ?? '') && embeddedIn(value) === undefined;
}

/** A manifest or Compose file sets the environment variable that overrides the key. */
function environmentSets(fact: Fact, finding: Finding): boolean {
  const { name, value } = (fact as Fact<'config.environment'>).value;
  const setting = dataOf(finding)?.setting ?? '';
  return setting !== '' && sameSetting(name, setting) && (value === undefined || embeddedIn(value) === undefined);
}

/** A manifest or Compose file sets a variable that stands in the value. */
function environmentFills(fact: Fact, finding: Finding): boolean {
  const { name, value } = (fact as Fact<'config.environment'>).value;
  return (dataOf(finding)?.variables ?? []).includes(name) && (value === undefined || embeddedIn(value) === undefined);
}

/** The file is for one profile of several, and the application's own settings do not pick that one. */
function isUnpicked(fact: Fact, finding: Finding, model: Model): boolean {
  const choice = dataOf(finding)?.choice ?? '';
  if (choice === '' || fact.file !== finding.file) return false;
  return !model.factsFor('config.property', finding.file).some(({ value: { key, value, profile } }) => profileKind(profile) === 'default' && /^spring\.profiles\.(?:active|default)(?:\[\d+\])?$/.test(key)
    && withFallbacks(value).split(',').some((name) => name.trim() === choice));
}

export const rule: Rule = {
  meta: {
    id: 'state/embedded-database',
    title: { en: 'Database inside the application process', ko: '애플리케이션 프로세스에 내장된 데이터베이스' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'database'],
  },
  messages: {
    ...dotnetMessages,
    ...branchMessages,
    setting: {
      en: '`{setting}` runs {engine} inside this process: every replica has a database of its own, and a restarted pod starts without what was stored.',
      ko: '`{setting}` 설정에 따라 {engine} 데이터베이스가 이 프로세스 안에서 실행됩니다. 레플리카마다 데이터가 따로 쌓이고, 파드가 재시작되면 저장한 데이터가 사라집니다.',
    },
    variant: {
      en: 'Where the variant for {engine} is the one that is deployed, `{setting}` runs it inside this process: every replica has a database of its own, and a restarted pod starts without what was stored.',
      ko: '{engine}용 설정을 골라 배포하면 `{setting}` 설정에 따라 데이터베이스가 이 프로세스 안에서 실행됩니다. 레플리카마다 데이터가 따로 쌓이고, 파드가 재시작되면 저장한 데이터가 사라집니다.',
    },
    code: {
      en: 'This code runs {engine} inside the process: every replica has a database of its own, and a restarted pod starts without what was stored.',
      ko: '이 코드는 {engine} 데이터베이스를 프로세스 안에서 실행합니다. 레플리카마다 데이터가 따로 쌓이고, 파드가 재시작되면 저장한 데이터가 사라집니다.',
    },
    'code-unless': {
      en: 'Unless configuration sets `{setting}`, this runs {engine} inside the process: every replica has a database of its own, and a restarted pod starts without what was stored.',
      ko: '설정에서 `{setting}` 값을 지정하지 않으면 {engine} 데이터베이스가 프로세스 안에서 실행됩니다. 레플리카마다 데이터가 따로 쌓이고, 파드가 재시작되면 저장한 데이터가 사라집니다.',
    },
    named: {
      en: '`{setting}={value}` without `spring.datasource.url` makes the framework start {engine} in memory: every replica has data of its own, and a restart loses it.',
      ko: '`spring.datasource.url` 없이 `{setting}={value}`만 설정되어 있어 프레임워크가 {engine} 데이터베이스를 메모리에 띄웁니다. 레플리카마다 데이터가 다르고, 재시작하면 사라집니다.',
    },
    'named-unless': {
      en: 'Unless `spring.profiles.active` selects another profile ({profiles}), `{setting}={value}` leaves the data in {engine} in memory: every replica has data of its own, and a restart loses it.',
      ko: '`spring.profiles.active`로 다른 프로파일({profiles})을 고르지 않으면 `{setting}={value}` 설정에 따라 데이터가 메모리의 {engine} 데이터베이스에 저장됩니다. 레플리카마다 데이터가 다르고, 재시작하면 사라집니다.',
    },
    'class-path': {
      en: '`spring.datasource.url` is not set and {engine} is the only driver, so the framework starts it in memory: every replica has data of its own, and a restart loses it.',
      ko: '`spring.datasource.url`이 없고 드라이버가 {engine}뿐이라 프레임워크가 이 데이터베이스를 메모리에 띄웁니다. 레플리카마다 데이터가 다르고, 재시작하면 사라집니다.',
    },
    store: {
      en: '{engine} keeps its data in this process or on its disk: two replicas do not see what the other wrote, and a replaced pod starts without it.',
      ko: '{engine} 데이터가 이 프로세스의 메모리나 디스크에 저장됩니다. 두 레플리카는 서로가 쓴 데이터를 보지 못하고, 파드가 교체되면 데이터가 없는 상태로 시작합니다.',
    },
    chosen: {
      en: 'When `{setting}` selects {engine}, the data stay in this process or on its disk: two replicas do not see what the other wrote, and a replaced pod starts without it.',
      ko: '`{setting}` 값에 따라 {engine}을(를) 쓰게 되면 데이터가 이 프로세스의 메모리나 디스크에 저장됩니다. 두 레플리카는 서로가 쓴 데이터를 보지 못하고, 파드가 교체되면 데이터가 없는 상태로 시작합니다.',
    },
    fallback: {
      en: 'Where no other database is given, {engine} keeps the data in this process or on its disk: two replicas do not see what the other wrote, and a replaced pod starts without it.',
      ko: '다른 데이터베이스를 지정하지 않으면 {engine} 데이터가 이 프로세스의 메모리나 디스크에 저장됩니다. 두 레플리카는 서로가 쓴 데이터를 보지 못하고, 파드가 교체되면 데이터가 없는 상태로 시작합니다.',
    },
    opened: { en: '{engine} is opened here', ko: '여기에서 {engine}을(를) 엽니다' },
  },
  matchers: [goDatabase, phpDatabase, phpDriver, phpConfiguredDatabase, appsettingsDatabase, configDatabase, csharpDatabase, propertiesDatabase, yamlDatabase, xmlDatabase, javaDatabase, nodeDatabase, kotlinDatabase, pythonDatabase],
  project: [phpDefaultDatabase, ...laravelDatabaseDefaults, symfonyDatabase, ...defaultDatabase, pythonSettingsDatabase],
  proof: pickedBranch,
  clearing: [
    { fact: 'config.property', effect: 'silence', when: isNeverPicked, what: { en: 'a setting that picks another database', ko: '다른 데이터베이스를 고르는 설정' } },
    { fact: 'dotnet.server-database', effect: 'warning', when: (_fact, { file, say }) => file.endsWith('.cs') && say === 'store', what: { en: 'a database server that the same application can use instead', ko: '같은 애플리케이션이 대신 사용할 수 있는 데이터베이스 서버' } },
    { fact: 'node.database-server', effect: 'warning', when: (fact, { file, say }) => script.test(file) && say === 'store' && fact.file !== file, what: { en: 'a database server that the same application can open instead', ko: '같은 애플리케이션이 대신 열 수 있는 데이터베이스 서버' } },
    { fact: 'go.database-server', effect: 'warning', when: (fact, { file }) => file.endsWith('.go') && fact.file !== file, what: { en: 'a database server that the same code can open instead', ko: '같은 코드가 대신 열 수 있는 데이터베이스 서버' } },
    { fact: 'go.made', effect: 'warning', when: isMadeByChoice, what: { en: 'a setting that chooses what is made', ko: '어떤 구현을 만들지 선택하는 설정' } },
    { fact: 'go.database-choice', effect: 'warning', when: choosesPackage, what: { en: 'a setting that chooses a database server instead', ko: '데이터베이스 서버를 대신 선택하는 설정' } },
    { fact: 'config.property', effect: 'info', when: (fact, finding) => finding.say === 'machine' && otherProfileSets(fact, finding), what: { en: 'a profile that sets the same key to a database server', ko: '같은 키에 데이터베이스 서버를 지정한 프로파일' } },
    { fact: 'config.property', effect: 'warning', when: otherProfileSets, what: { en: 'a profile that sets the same key to a database server', ko: '같은 키에 데이터베이스 서버를 지정한 프로파일' } },
    { fact: 'config.property', effect: 'info', when: isUnpicked, what: { en: 'a profile that nothing selects', ko: '선택되지 않은 프로파일' } },
    { fact: 'config.environment', effect: 'warning', when: environmentSets, what: { en: 'an environment variable in a manifest that overrides the setting', ko: '설정을 덮어쓰는 매니페스트의 환경 변수' } },
    { fact: 'config.environment', effect: 'info', when: environmentFills, what: { en: 'the variable of the placeholder, set in a manifest', ko: '매니페스트에 설정된 플레이스홀더 변수' } },
  ],
  fixes: [externalDatasource],
};
