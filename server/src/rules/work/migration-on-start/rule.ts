import type { Fact, Model } from '../../../contract/workspace.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/config-kinds.js';
import { sameSetting } from '../../../facts/settings.js';
import { profileKind } from '../../../syntax/config-file.js';
import { csharpMigrations, efLocks } from './csharp.js';
import { bootTools, ownTools } from './check.js';
import { goMigrations } from './go.js';
import { java } from './java.js';
import { kotlinMigrations } from './kotlin.js';
import { migrationJob } from './job.js';
import { codeCheck, settingsCheck } from './settings-check.js';
import { xml } from './xml.js';
import { pythonMigrations, pythonStartMigrations } from './python.js';
import { uwsgiMigrations } from './uwsgi.js';
import { commandMessages } from './command-messages.js';
import { phpStartMigrations } from './php.js';
import { startScriptMigrations } from './scripts.js';
import { nodeStartMigrations, nodeScriptMigrations, nodeMigrations } from './node.js';

const harmless = /^(?:none|validate|never|false|no-action)?$/i;

function keyOf(finding: Finding): string {
  return finding.data !== null && typeof finding.data === 'object' && 'key' in finding.data ? String(finding.data.key) : '';
}

/** A production profile, or the environment of a manifest, that leaves the schema alone where this setting would apply. */
function overruled(fact: Fact, finding: Finding): boolean {
  const { key, value, profile } = (fact as Fact<'config.property'>).value;
  return sameSetting(key, keyOf(finding)) && harmless.test(value.trim()) && profileKind(profile) === 'other' && fact.file !== finding.file;
}

function inEnvironment(fact: Fact, finding: Finding, _model: Model): boolean {
  const { name, value } = (fact as Fact<'config.environment'>).value;
  return sameSetting(name, keyOf(finding)) && (value === undefined || harmless.test(value));
}

export const rule: Rule = {
  meta: {
    id: 'work/migration-on-start',
    title: { en: 'Schema changed by every starting replica', ko: '레플리카가 시작될 때마다 변경되는 스키마' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['work', 'database', 'startup'],
  },
  messages: {
    update: {
      en: 'With {setting} every replica alters the tables when it starts: two that start together do it at the same time, while others still run the previous version.',
      ko: '{setting} 설정이면 레플리카마다 시작할 때 테이블을 변경합니다. 둘이 함께 시작하면 동시에 변경하고, 이전 버전의 레플리카는 바뀐 테이블로 계속 실행됩니다.',
    },
    ef: {
      en: 'With {setting} every replica alters the tables when it starts, while others still run the previous version; before EF Core 9 nothing keeps two that start together apart.',
      ko: '{setting} 호출로 레플리카마다 시작할 때 테이블을 변경하며, 이전 버전의 레플리카는 바뀐 테이블로 계속 실행됩니다. EF Core 9 이전에는 둘이 함께 시작해도 막는 장치가 없습니다.',
    },
    updateUnless: {
      en: 'Unless {variable} is set, {setting} lets every replica alter the tables when it starts: two that start together do it at the same time, while others still run the previous version.',
      ko: '{variable} 값을 지정하지 않으면 {setting}이(가) 적용되어 레플리카마다 시작할 때 테이블을 변경합니다. 둘이 함께 시작하면 동시에 변경합니다.',
    },
    create: {
      en: 'With {setting} every replica creates the tables anew when it starts: a second replica or a restart deletes what the others have stored.',
      ko: '{setting} 설정이면 레플리카마다 시작할 때 테이블을 새로 만듭니다. 레플리카를 추가하거나 재시작하면 저장된 데이터가 지워집니다.',
    },
    createUnless: {
      en: 'Unless {variable} is set, {setting} lets every replica create the tables anew when it starts: a second replica or a restart deletes what the others have stored.',
      ko: '{variable} 값을 지정하지 않으면 {setting}이(가) 적용되어 레플리카마다 시작할 때 테이블을 새로 만듭니다. 레플리카를 추가하거나 재시작하면 저장된 데이터가 지워집니다.',
    },
    scripts: {
      en: 'With {setting} every replica runs the SQL scripts when it starts, and nothing keeps two that start together apart.',
      ko: '{setting} 설정이면 레플리카마다 시작할 때 SQL 스크립트를 실행하며, 둘이 함께 시작해도 막는 장치가 없습니다.',
    },
    scriptsUnless: {
      en: 'Unless {variable} is set, {setting} lets every replica run the SQL scripts when it starts, and nothing keeps two that start together apart.',
      ko: '{variable} 값을 지정하지 않으면 {setting}이(가) 적용되어 레플리카마다 시작할 때 SQL 스크립트를 실행하며, 둘이 함께 시작해도 막는 장치가 없습니다.',
    },
    also: { en: 'also here: {setting}', ko: '여기에도 있습니다: {setting}' },
    tool: {
      en: '{tool} migrates when a replica starts; its lock keeps two apart, but the others wait for it, and a long migration holds up every start and scale-out.',
      ko: '레플리카가 시작될 때 {tool}이(가) 마이그레이션을 실행합니다. 자체 잠금이 동시 실행은 막지만 나머지 레플리카는 기다려야 하므로, 오래 걸리면 시작과 스케일 아웃이 모두 늦어집니다.',
    },
    ...commandMessages,
  },
  matchers: [uwsgiMigrations, ...nodeStartMigrations, nodeScriptMigrations, nodeMigrations, csharpMigrations, xml, java, kotlinMigrations, pythonMigrations, ...pythonStartMigrations, ...phpStartMigrations, startScriptMigrations],
  project: [goMigrations, settingsCheck, codeCheck, bootTools, ownTools],
  clearing: [
    { fact: 'build.module', effect: 'info', when: (fact, finding) => efLocks(fact as Fact<'build.module'>, finding), what: { en: 'a version of EF Core that takes a lock while it migrates', ko: '마이그레이션하는 동안 자체 잠금을 거는 EF Core 버전' } },
    { fact: 'config.property', effect: 'info', when: overruled, what: { en: 'a production profile that leaves the schema alone', ko: '스키마를 변경하지 않도록 설정한 운영 프로파일' } },
    { fact: 'config.environment', effect: 'info', when: inEnvironment, what: { en: 'a manifest that overrides the setting', ko: '이 설정을 덮어쓰는 매니페스트' } },
  ],  fixes: [migrationJob],
};
