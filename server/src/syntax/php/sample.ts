const sample = /(?:[._-](?:defaults?|example|dist|template|tpl)|[\w.-]*sample[\w.-]*)\.(?:inc\.)?php$|\.php[._-](?:dist|sample|example)$/i;

/** Whether a file is one that an administrator copies and fills in: `config.default.php`, `config-sample.php`, `settings.inc.php.dist`. */
export function isSample(path: string): boolean {
  return sample.test(path.slice(path.lastIndexOf('/') + 1));
}
