import { basename } from '../../base/paths.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, bare, calledName, nameOf, type PhpNode } from '../../syntax/php/ask.js';
import { literalText, readValue, settingsOf, storable } from '../../syntax/php/value.js';
import { field, named, span } from '../../syntax/tree-sitter/nodes.js';

/** One setting of a PHP framework's configuration file: Laravel, CodeIgniter, CakePHP or Yii. */
export interface PhpConfigSetting {
  /** Name of the file in lower case and the keys in it, joined with dots: `session.driver`. */
  readonly key: string;
  /** The literal, also where it only counts while no variable is set; absent when code computes it, '' for secrets. */
  readonly value?: string;
  /** Environment variables that decide, the first one first. */
  readonly variables: readonly string[];
  /** Whether the value's place is a literal that an edit can replace. */
  readonly literal: boolean;
  /** Set by code when the application starts, over what its configuration file says. */
  readonly atStart?: true;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'php.setting': PhpConfigSetting;
  }
}

/** Settings that decide where state lives; the rest of a configuration file is nobody's business here. */
const telling = /^(?:session\.(?:driver|store|connection|savepath|handler)|cache\.(?:default|handler|backuphandler|stores\.[\w-]+\.(?:driver|lock_connection))|filesystems\.(?:default|cloud|images|attachments|disks\.[\w-]+\.(?:driver|root))|responsecache\.cache_store|permission\.cache\.store|lighthouse\.(?:schema_|validation_|query_)?cache\.store|queue\.(?:default|connections\.[\w-]+\.driver)|logging\.(?:default|channels\.[\w-]+\.(?:driver|path|channels(?:\.\d+)?|handler|with\.stream|handler_with\.stream))|database\.(?:default|connections\.[\w-]+\.(?:driver|database)|redis\.client)|config\.(?:sess_driver|sess_save_path|cache_default|log_threshold)|app\.(?:session\.(?:defaults|handler\.engine)|cache\.[\w-]+\.(?:classname|url)|log\.[\w-]+\.(?:classname|path|file)|maintenance\.driver)|(?:web|main)\.components\.(?:session|cache)(?:\.class)?)$/i;

/** Methods of service providers and bootstrap files that run whenever the application starts. */
const starting = /^(?:boot|register|booting|booted)$/;

/** Whether a call is made on every start: on the top level of a file or of a provider's method, and on no condition. */
function runsAtStart(call: PhpNode): boolean {
  const statement = call.parent?.type === 'expression_statement' ? call.parent : undefined;
  const block = statement?.parent;
  if (block?.type === 'program') return true;
  return block?.type === 'compound_statement' && block.parent?.type === 'method_declaration' && starting.test(nameOf(block.parent));
}

/** `'session.driver' => 'file'` and the like, as pairs of key and value. */
function pairsOf(call: PhpNode): readonly (readonly [key: PhpNode, value: PhpNode])[] {
  const [first, second] = args(call);
  const list = first && bare(first);
  if (list?.type === 'array_creation_expression') return named(list).flatMap((element) => { const [key, value] = named(element); return key && value ? [[key, value] as const] : []; });
  return first && second ? [[first, second]] : [];
}

function atStart(call: PhpNode, cx: FactFileContext): void {
  const name = calledName(call);
  const isSetter = call.type === 'function_call_expression' ? name === 'config' : name === 'set' && /(?:^|\\)Config$|\[['"]config['"]\]$|\bconfig\(\)$/.test((field(call, 'scope') ?? field(call, 'object'))?.text ?? '');
  if (!isSetter || !runsAtStart(call)) return;
  for (const [keyNode, written] of pairsOf(call)) {
    const key = literalText(keyNode)?.toLowerCase() ?? '';
    const read = telling.test(key) ? readValue(cx, written) : undefined;
    if (read) cx.emit('php.setting', span(read.literal ?? written), { key, variables: [...read.variables], literal: read.literal !== undefined, atStart: true, ...(read.text === undefined ? {} : { value: read.text }) });
  }
}

/** `php.setting`: see the kind. */
export const phpSettingFacts: FactExtractor = {
  kinds: ['php.setting'],
  matchers: [factMatcher({
    language: 'php',
    files: ['**/{Providers,app,src}/**/*Provider.php', '**/bootstrap/*.php'],
    needles: [['config', /\bconfig\(\s*\[/], ['Config', /\bConfig::set\(/], ['config', /(?:config\(\)|\[['"]config['"]\])->set\(/]],
    on: { function_call_expression: atStart, member_call_expression: atStart, scoped_call_expression: atStart },
  }), factMatcher({
    language: 'php',
    files: ['**/{config,Config}/{app,session,cache,filesystems,queue,logging,database,config,web,main,responsecache,permission,lighthouse}.php', '**/Config/{Session,Cache,Queue}.php', '**/config/app_local.php'],
    needles: [[/\breturn\b|^\s*\$\w+\s*=|^\s*\$config\[|\bclass\s+\w+\s+extends\s/m]],
    on: {
      program(root, cx) {
        const stem = basename(cx.path).replace(/(?:_local)?\.php$/, '').toLowerCase();
        for (const setting of settingsOf(cx, root)) {
          const key = `${stem}.${setting.key}`;
          if (!telling.test(key)) continue;
          const value = storable({ ...setting, key });
          cx.emit('php.setting', span(setting.literal ?? setting.value), { key, variables: setting.variables, literal: setting.literal !== undefined, ...(value === undefined ? {} : { value }) });
        }
      },
    },
  })],
};
