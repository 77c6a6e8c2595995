import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { whereLeftOut } from '../../../facts/php/laravel-default.js';
import { frameworkOf, localChoice, phpSettingReads, settingBeside, stateOf } from '../../../facts/php/setting-state.js';
import { args, calledName, enclosingCallable, enclosingClass, isCommandLine, nameOf, parentsOf, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { below, field, span } from '../../../syntax/tree-sitter/nodes.js';
import { at, entries, pairOf, span as yamlSpan, text } from '../../../syntax/yaml/ask.js';
import type { CacheData } from './check.js';

/** What is said of caches of PHP applications. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  phpStore: {
    en: '{setting} keeps the cache of {library} in each pod ({value}): data changed through one replica stays old in the others, and limits and locks that use the cache hold per pod only.',
    ko: '{setting} 설정에 따라 {library}의 캐시를 파드마다 따로 둡니다({value}). 한 레플리카에서 바꾼 데이터가 다른 레플리카에는 반영되지 않고, 캐시를 이용하는 호출 제한과 잠금도 파드 안에서만 유효합니다.',
  },
  phpStoreUnless: {
    en: 'Unless {setting} names a store that replicas share, {library} keeps its cache in each pod ({value}): data changed through one replica stays old in the others, and limits and locks that use the cache hold per pod only.',
    ko: '{setting}에 레플리카가 공유하는 저장소를 지정하지 않으면 {library}이(가) 캐시를 파드마다 따로 둡니다({value}). 한 레플리카에서 바꾼 데이터가 다른 레플리카에는 반영되지 않고, 캐시를 이용하는 호출 제한과 잠금도 파드 안에서만 유효합니다.',
  },
  apcuShort: {
    en: '{call}() in {owner} keeps data in the memory of this pod: replicas may answer differently until its entries expire.',
    ko: '{owner}의 {call}() 호출이 데이터를 이 파드의 메모리에 저장합니다. 항목이 만료될 때까지 레플리카마다 응답이 다를 수 있습니다.',
  },
  apcu: {
    en: '{call}() in {owner} keeps data in the memory of this pod: what another replica stores or changes is not seen here, and a restart loses it.',
    ko: '{owner}의 {call}() 호출이 데이터를 이 파드의 메모리에 저장합니다. 다른 레플리카가 저장하거나 바꾼 내용이 보이지 않고, 재시작하면 사라집니다.',
  },
};

const data: Omit<CacheData, 'family'> & { readonly family: string } = { family: 'php', place: 'setting', provider: '', known: [] };
const localDriver = /^(?:file|array|apcu?|octane|filehandler|fileengine|apcuengine|arrayengine|filecache|apccache)$/i;
/** Packages of Laravel name a store of its cache; `default` is told where that is chosen. */
const ofPackages = /^(?:responsecache\.cache_store|permission\.cache\.store|lighthouse\.(?:schema_|validation_|query_)?cache\.store)$/;
const keys = /^(?:cache\.default|cache\.handler|app\.cache\.(?:default|_default_)\.classname|(?:web|main)\.components\.cache\.class)$/i;

/** Caches of Laravel, CodeIgniter, CakePHP and Yii by their configuration files. */
export const phpCacheSettings: ProjectCheck<'php.setting'> = {
  subject: 'php.setting',
  reads: phpSettingReads,
  check(subject, { model, report }) {
    const { key } = subject.value;
    if (!keys.test(key) && !ofPackages.test(key)) return;
    const choice = localChoice(model, subject, (value) => {
      const store = settingBeside(model, subject, `cache.stores.${value}.driver`);
      const driver = store && stateOf(model, store);
      return localDriver.test(driver?.value ?? value);
    });
    if (!choice) return;
    report({
      say: choice.fixed ? 'phpStore' : 'phpStoreUnless', severity: choice.severity === 'info' ? 'info' : 'warning', confidence: 'high', cause: 'php-cache',
      args: { setting: choice.setting, value: choice.value, library: frameworkOf(model, subject.file) }, data: { ...data, known: [], php: choice.inFile ? key : '' },
    });
  },
};

/** The same where Laravel 11 or later brings the configuration of caches itself. */
export const laravelCacheDefaults = whereLeftOut('cache.default', 'CACHE_STORE', ({ value, fixed }, fact, { model, report }) => {
  const store = model.factsFor('php.setting', fact.file).find((setting) => setting.value.key === `cache.stores.${value}.driver`);
  if (!localDriver.test((store ? stateOf(model, store)?.value : value) ?? '')) return;
  report({ say: fixed ? 'phpStore' : 'phpStoreUnless', severity: 'warning', confidence: 'high', cause: 'php-cache', args: { setting: fact.value.name, value, library: 'Laravel' }, data: { ...data, known: [], php: '' } });
});

const writing = /^(?:apcu?_(?:store|add|inc|dec|cas|entry)|wincache_ucache_set|xcache_set)$/;

/** A driver for APCu is chosen by a setting; elsewhere the code has decided. */
function isDriver(cx: RuleFileContext, type: PhpNode | undefined): boolean {
  return type !== undefined && (/apc/i.test(nameOf(type)) || parentsOf(cx, type).some((parent) => /cache|store|adapter|driver|engine/i.test(parent)));
}

/** Seconds during which an answer of before is still a good one. */
const shortest = 900;

/** What is read from files of the application is the same in every pod. */
function isFromImage(call: PhpNode): boolean {
  const value = args(call)[1];
  const scope = enclosingCallable(call);
  const made = value?.type === 'variable_name' && scope ? below(scope, 'assignment_expression').filter((each) => field(each, 'left')?.text === value.text) : [];
  return made.some((each) => /\b(?:\w*(?:Yaml|Ini|Json|Xml)\w*(?:::|->)(?:load|parse)\w*|parse_ini_file|simplexml_load_file|yaml_parse_file|include|require)\b/i.test(field(each, 'right')?.text ?? ''));
}

function check(root: PhpNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root)) return;
  const [first] = below(root, 'function_call_expression').filter((call) => writing.test(calledName(call)) && !isFromImage(call));
  const seconds = Number(first && literalText(args(first)[2]));
  const isShort = seconds > 0 && seconds <= shortest;
  const callee = field(first, 'function');
  if (!first || !callee) return;
  const type = enclosingClass(first);
  cx.report({
    at: span(callee), say: isShort ? 'apcuShort' : 'apcu', args: { call: calledName(first), owner: type ? nameOf(type) : cx.path.slice(cx.path.lastIndexOf('/') + 1) }, cause: 'php-apcu',
    ...(isShort ? { severity: 'info' as const } : {}), ...(isDriver(cx, type) ? { severity: 'info' as const, confidence: 'low' as const } : {}), data: { ...data, known: [] },
  });
}

/** Data that is kept by APCu. */
export const phpApcu = ruleMatcher({
  language: 'php',
  needles: [[/\b(?:apcu?_(?:store|add|inc|dec|cas|entry)|wincache_ucache_set|xcache_set)\s*\(/]],
  on: { program: check },
});

const symfonyLocal = /^cache\.adapter\.(?:filesystem|apcu|array|php_files|php_array)$/;

/** Symfony's pools whose adapter is spelled out. */
export const symfonyCache = ruleMatcher({
  language: 'yaml',
  files: ['**/config/**/*.{yaml,yml}'],
  needles: [['framework', /cache\.adapter\.(?:filesystem|apcu|array|php_files|php_array)/]],
  on: {
    document({ doc }, cx) {
      if (/(?:^|\/)packages\/(?:dev|test)\//.test(cx.path)) return;
      for (const path of [['framework', 'cache'], ['when@prod', 'framework', 'cache']]) {
        const cache = at(doc, ...path);
        const pools = entries(doc, at(doc, ...path, 'pools')).flatMap((pool) => pairOf(doc, pool.value, 'adapter') ?? []);
        const app = pairOf(doc, cache, 'app');
        for (const pair of app ? [app, ...pools] : pools) {
          const value = text(pair.value ?? undefined);
          if (value === undefined || !symfonyLocal.test(value)) continue;
          cx.report({ at: yamlSpan(pair.value ?? pair.key), say: 'phpStore', args: { setting: path.join('.'), value, library: 'Symfony' }, confidence: 'high', cause: 'php-cache', data: { ...data, known: [], symfony: 'named' } });
        }
      }
    },
  },
});
