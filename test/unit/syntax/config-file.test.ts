import assert from 'node:assert/strict';
import { maskSecrets, namesSecret } from '../../../server/src/base/secrets.js';
import { isSettingsFile, profileAt, profileKind, profileOfPath } from '../../../server/src/syntax/config-file.js';
import { maskPlaceholders, placeholdersIn, wholePlaceholder, withFallbacks } from '../../../server/src/syntax/placeholders.js';

describe('isSettingsFile', () => {
  it('knows settings from translations, logging and texts of classes', () => {
    for (const path of ['src/main/resources/application.properties', 'a/src/main/resources/egovframework/egovProps/globals.properties', 'src/main/resources/jdbc.properties', 'src/main/resources/config/bc/common.properties', 'src/main/resources/server.yml', 'profiles/default/config-latest-data.properties']) {
      assert.equal(isSettingsFile(path), true, path);
    }
    for (const path of ['src/main/resources/messages.properties', 'src/main/resources/messages_ko.properties', 'src/main/resources/app_ko_KR.properties', 'src/main/resources/i18n/config.properties', 'src/main/resources/log4j.properties', 'profiles/default/config-shop-test-data.properties', 'src/main/resources/hudson/model/View/index.properties', 'gradle.properties']) {
      assert.equal(isSettingsFile(path), false, path);
    }
  });
});

describe('profiles', () => {
  it('come from the file name or the folder', () => {
    assert.equal(profileOfPath('src/main/resources/application-prod.yml'), 'prod');
    assert.equal(profileOfPath('src/main/resources/profiles/local/database.properties'), 'local');
    assert.equal(profileOfPath('src/main/resources/egovframework/egovProps/local/globals.properties'), 'local');
    assert.equal(profileOfPath('src/main/resources/egovframework/egovProps/globals.properties'), undefined);
    assert.equal(profileOfPath('src/main/resources-dev/jdbc.properties'), 'dev');
    assert.equal(profileOfPath('src/main/resources/application.yml'), undefined);
    assert.equal(profileOfPath('shop-demo/src/main/resources/application.yml'), 'demo');
    assert.equal(profileOfPath('debug.xml'), 'debug');
    assert.equal(profileOfPath('conf/shop-example.properties'), 'template');
    assert.equal(profileOfPath('src/main/resources/application-example.yml'), 'example');
    assert.equal(profileOfPath('src/main/resources/sampling.xml'), undefined);
  });

  it('come from the document of a properties file', () => {
    const text = 'a=1\n#---\nspring.config.activate.on-profile=prod\nb=2\n';
    assert.equal(profileAt('application.properties', text, 0), undefined);
    assert.equal(profileAt('application.properties', text, text.indexOf('b=')), 'prod');
  });

  it('are for development only when they say nothing else', () => {
    assert.deepEqual([undefined, 'dev', 'debug', 'local & h2', 'swagger', '!dev', 'test', 'docker', 'prod', 'mysql'].map(profileKind), ['default', 'development', 'development', 'development', 'development', 'other', 'test', 'container', 'other', 'other']);
  });
});

describe('placeholders', () => {
  it('are found with their defaults, also nested ones', () => {
    assert.deepEqual(placeholdersIn('${A:${B:x}}/#{c}/@d.e@').map(({ kind, name, fallback }) => [kind, name, fallback]), [['property', 'A', '${B:x}'], ['expression', 'c', undefined], ['build', 'd.e', undefined]]);
    assert.equal(withFallbacks('${A:${B:x}}/y'), 'x/y');
    assert.equal(wholePlaceholder('${A:x}')?.name, 'A');
    assert.equal(wholePlaceholder('${A}/x'), undefined);
  });

  it('are masked in place', () => {
    assert.equal(maskPlaceholders('a${B}c').length, 'a${B}c'.length);
    assert.equal(maskPlaceholders('user@host'), 'user@host');
  });
});

describe('secrets', () => {
  it('are told by the key', () => {
    for (const key of ['spring.datasource.password', 'Globals.Password', 'aws.secret-key', 'apiKey', 'jwt.token', 'mail.pw']) assert.equal(namesSecret(key), true, key);
    for (const key of ['security.token.expiration', 'opaquetoken.introspection-uri', 'password.encoder', 'spring.datasource.url', 'monkey', 'compass']) assert.equal(namesSecret(key), false, key);
  });

  it('are masked inside URLs', () => {
    assert.equal(maskSecrets('mongodb://root:p@ss@db/shop'), 'mongodb://root:***@db/shop');
    assert.equal(maskSecrets('jdbc:mysql://db/shop?user=a&password=b&x=1'), 'jdbc:mysql://db/shop?user=a&password=***&x=1');
    assert.equal(maskSecrets('jdbc:oracle:thin:scott/tiger@db:1521:XE'), 'jdbc:oracle:thin:scott/***@db:1521:XE');
  });
});
