import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { isMadeByCommands } from '../../../facts/java/jboss-datasource.js';
import { keepsOff, overridesOf, sameSetting, valuesOf } from '../../../facts/settings.js';
import { runsForUsers } from '../../../syntax/config-file.js';
import { appsettingsCredential, csharpCredential, machineKeyCredential } from './dotnet.js';
import { handedConstants } from './constants.js';
import { filledInCredentials } from './filled-in.js';
import { dataOf, environmentSecret } from './fix.js';
import { goCredential } from './go.js';
import { javaCredential } from './java.js';
import { kotlinCredential } from './kotlin.js';
import { serviceAccount } from './key-file.js';
import { manifestCredential } from './manifests.js';
import { propertiesCredential, yamlCredential } from './settings.js';
import { xmlCredential } from './xml.js';
import { pythonCredential } from './python.js';
import { isReplacedPython, isUnpickedPython } from '../../../facts/python/settings.js';
import { nodeCredential } from './node.js';
import { phpCredential, phpSettingCredential } from './php.js';

/** The fact is one of those that override, and every setting of the finding has one. */
function environmentSets(fact: Fact, finding: Finding, model: Model): boolean {
  const { settings } = dataOf(finding);
  const { name } = (fact as Fact<'config.environment'>).value;
  return settings.some((key) => sameSetting(name, key)) && settings.every((key) => overridesOf(model, finding.file, key).length > 0);
}

/** A profile for production or containers sets every one of the keys anew. */
function otherProfileSets(fact: Fact, finding: Finding, model: Model): boolean {
  const { settings, default: isDefault } = dataOf(finding);
  const { key, profile } = (fact as Fact<'config.property'>).value;
  if (!isDefault || !runsForUsers(profile) || !settings.some((setting) => sameSetting(key, setting))) return false;
  return settings.every((setting) => valuesOf(model, finding.file, setting).some((value) => value.from === 'file' && runsForUsers(value.profile)));
}

/** Every one of the keys has another value for users; what a developer uses beside it opens nothing of theirs. */
function isOnlyForDevelopment(fact: Fact, finding: Finding, model: Model): boolean {
  const { settings, development } = dataOf(finding);
  const { key, profile } = (fact as Fact<'config.property'>).value;
  if (development !== true || !runsForUsers(profile) || !settings.some((setting) => sameSetting(key, setting))) return false;
  return settings.every((setting) => valuesOf(model, finding.file, setting).some((value) => value.from === 'file' && runsForUsers(value.profile)));
}

/** Every one of the keys belongs to a feature that is off; whoever switches it on gives it credentials that open something. */
function isSwitchedOff(fact: Fact, finding: Finding, model: Model): boolean {
  const { settings } = dataOf(finding);
  return settings.length > 0 && settings.some((key) => keepsOff(fact, finding.file, key, model))
    && settings.every((key) => model.factsFor('config.property', finding.file).some((other) => keepsOff(other, finding.file, key, model)));
}

export const rule: Rule = {
  meta: {
    id: 'config/hard-coded-credential',
    title: { en: 'Credential in code or configuration', ko: '코드나 설정에 적힌 인증 정보' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['config', 'security'],
  },
  messages: {
    setting: {
      en: 'The value of `{name}` is committed and built into the image: all replicas of all environments share this credential, and changing it takes a new image and a new rollout.',
      ko: '`{name}` 값이 저장소에 커밋되어 이미지에 그대로 들어갑니다. 모든 환경의 모든 레플리카가 같은 인증 정보를 쓰고, 값을 바꾸려면 이미지를 다시 빌드해 배포해야 합니다.',
    },
    'setting-more': {
      en: 'The values of `{name}` and others here ({count} more) are committed and built into the image: all replicas of all environments share these credentials, and changing one takes a new image and a new rollout.',
      ko: '`{name}` 외 {count}곳의 값이 저장소에 커밋되어 이미지에 그대로 들어갑니다. 모든 환경의 모든 레플리카가 같은 인증 정보를 쓰고, 하나라도 바꾸려면 이미지를 다시 빌드해 배포해야 합니다.',
    },
    code: {
      en: 'The code holds the credential `{name}`: all replicas of all environments share it, and changing it takes a new image and a new rollout.',
      ko: '코드에 인증 정보(`{name}`)가 들어 있습니다. 모든 환경의 모든 레플리카가 같은 값을 쓰고, 바꾸려면 이미지를 다시 빌드해 배포해야 합니다.',
    },
    'code-more': {
      en: 'The code holds the credential `{name}` and others ({count} more): all replicas of all environments share them, and changing one takes a new image and a new rollout.',
      ko: '코드에 `{name}` 외 {count}곳의 인증 정보가 들어 있습니다. 모든 환경의 모든 레플리카가 같은 값을 쓰고, 하나라도 바꾸려면 이미지를 다시 빌드해 배포해야 합니다.',
    },
    fallback: {
      en: 'Unless `{name}` is set, every environment uses the credential that the code holds, and whoever reads the repository has it.',
      ko: '`{name}` 값을 따로 지정하지 않으면 모든 환경이 코드에 적힌 인증 정보를 그대로 씁니다. 저장소를 읽을 수 있는 사람은 누구나 이 값을 알 수 있습니다.',
    },
    'fallback-more': {
      en: 'Unless `{name}` and others here ({count} more) are set, every environment uses the credentials that the code holds, and whoever reads the repository has them.',
      ko: '`{name}` 외 {count}곳의 값을 따로 지정하지 않으면 모든 환경이 코드에 적힌 인증 정보를 그대로 씁니다. 저장소를 읽을 수 있는 사람은 누구나 이 값들을 알 수 있습니다.',
    },
    manifest: {
      en: 'The manifest holds the value of `{name}`: every environment that it is applied to gets the same credential, and whoever reads the repository has it.',
      ko: '매니페스트에 `{name}` 값이 그대로 들어 있습니다. 이 매니페스트를 적용하는 모든 환경이 같은 인증 정보를 쓰고, 저장소를 읽을 수 있는 사람은 누구나 값을 알 수 있습니다.',
    },
    'manifest-more': {
      en: 'The manifest holds the values of `{name}` and others ({count} more): every environment that it is applied to gets the same credentials, and whoever reads the repository has them.',
      ko: '매니페스트에 `{name}` 외 {count}곳의 값이 그대로 들어 있습니다. 이 매니페스트를 적용하는 모든 환경이 같은 인증 정보를 쓰고, 저장소를 읽을 수 있는 사람은 누구나 값을 알 수 있습니다.',
    },
    compose: {
      en: 'The Compose file gives the application the literal value of `{name}`: whoever copies it to another environment takes the credential along.',
      ko: 'Compose 파일이 애플리케이션에 `{name}` 값을 그대로 넘깁니다. 이 파일을 다른 환경에 옮기면 인증 정보도 함께 옮겨집니다.',
    },
    'compose-more': {
      en: 'The Compose file gives the application the literal values of `{name}` and others ({count} more): whoever copies it to another environment takes the credentials along.',
      ko: 'Compose 파일이 애플리케이션에 `{name}` 외 변수 {count}개의 값을 그대로 넘깁니다. 이 파일을 다른 환경에 옮기면 인증 정보도 함께 옮겨집니다.',
    },
    used: { en: 'used here as the credential', ko: '여기에서 인증 정보로 사용합니다' },
    here: { en: '`{name}` holds a credential as well', ko: '`{name}`에도 인증 정보가 들어 있습니다' },
  },
  matchers: [goCredential, phpCredential, phpSettingCredential, nodeCredential, appsettingsCredential, serviceAccount, csharpCredential, machineKeyCredential, propertiesCredential, yamlCredential, xmlCredential, javaCredential, manifestCredential, kotlinCredential, pythonCredential],
  project: [handedConstants, filledInCredentials],
  clearing: [
    { fact: 'datasource.command', effect: 'silence', when: (fact, { file }, model) => isMadeByCommands(fact as Fact<'datasource.command'>, file, model), what: { en: 'a script of the image that makes the same data sources from the environment', ko: '이미지 안에서 환경 변수로 같은 데이터 소스를 만드는 스크립트' } },
    { fact: 'python.settings-import', effect: 'info', when: isReplacedPython, what: { en: 'settings for production that begin with these', ko: '이 설정을 바탕으로 값을 다시 지정하는 운영 설정' } },
    { fact: 'python.setting', effect: 'info', when: isUnpickedPython, what: { en: 'settings in place of which an image or manifest picks others', ko: '이미지나 매니페스트가 다른 모듈을 고르므로 쓰이지 않는 설정' } },
    { fact: 'config.property', effect: 'silence', when: isSwitchedOff, what: { en: 'switches in the same file that turn the features off', ko: '같은 파일에서 해당 기능을 끈 설정' } },
    { fact: 'config.environment', effect: 'info', when: environmentSets, what: { en: 'environment variables in a manifest that override the settings', ko: '설정을 덮어쓰는 매니페스트의 환경 변수' } },
    { fact: 'config.property', effect: 'silence', when: isOnlyForDevelopment, what: { en: 'other values for production beside those for development', ko: '개발용 값과 별도로 지정한 운영 값' } },
    { fact: 'config.property', effect: 'info', when: otherProfileSets, what: { en: 'a production profile that sets the same keys', ko: '같은 키를 지정한 운영 프로파일' } },
  ],
  fixes: [environmentSecret],
};
