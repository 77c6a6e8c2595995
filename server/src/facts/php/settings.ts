import { basename } from '../../base/paths.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { settingsOf, storable } from '../../syntax/php/value.js';
import { span } from '../../syntax/tree-sitter/nodes.js';

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
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'php.setting': PhpConfigSetting;
  }
}

/** Settings that decide where state lives; the rest of a configuration file is nobody's business here. */
const telling = /^(?:session\.(?:driver|store|connection|savepath|handler)|cache\.(?:default|handler|backuphandler|stores\.[\w-]+\.(?:driver|lock_connection))|filesystems\.(?:default|cloud|images|attachments|disks\.[\w-]+\.(?:driver|root))|queue\.(?:default|connections\.[\w-]+\.driver)|logging\.(?:default|channels\.[\w-]+\.(?:driver|path|channels(?:\.\d+)?|handler|with\.stream|handler_with\.stream))|database\.(?:default|connections\.[\w-]+\.(?:driver|database)|redis\.client)|config\.(?:sess_driver|sess_save_path|cache_default|log_threshold)|app\.(?:session\.(?:defaults|handler\.engine)|cache\.[\w-]+\.(?:classname|url)|log\.[\w-]+\.(?:classname|path|file)|maintenance\.driver)|(?:web|main)\.components\.(?:session|cache)(?:\.class)?)$/i;

/** `php.setting`: see the kind. */
export const phpSettingFacts: FactExtractor = {
  kinds: ['php.setting'],
  matchers: [factMatcher({
    language: 'php',
    files: ['**/{config,Config}/{app,session,cache,filesystems,queue,logging,database,config,web,main}.php', '**/Config/{Session,Cache,Queue}.php', '**/config/app_local.php'],
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
