/** Words of a name: dots, dashes, underscores and capitals separate them; indexes are dropped. */
export function wordsOf(name: string): readonly string[] {
  return name.replace(/\[\d*\]/g, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}

/** Words that say nothing without the name of what they belong to. */
const bare = /^(?:urls?|uri|host|hostname|server|address|addr|endpoint|service|base|client|ip|name|config|target|jmxserviceurl|socket|inet|http|https|mongo|default|connect|create|connection|new|value|arg|constructor|jdbc|broker|password|passwd|pwd|pass|secret|token|key|credentials?)$/;

/**
 * Environment variable for a name: `spring.datasource.url` → SPRING_DATASOURCE_URL, `paymentUrl` → PAYMENT_URL. A name that
 * says nothing by itself is put after that of its owner: `url` in `MailSender` → MAIL_SENDER_URL.
 */
export function variableName(name: string, owner = '', ending = ''): string {
  const words = wordsOf(name.replace(/\[(\d+)\]/g, '.$1')).filter((word) => word !== 'default');
  const own = words.every((word) => bare.test(word)) ? wordsOf(owner) : [];
  const all = [...own, ...words.filter((word) => !own.includes(word))];
  const ends = ending === '' || all.some((word) => /^(?:ur[il]s?|\w*hosts?|hostname|servers?|addrs?|address(?:es)?|endpoint|brokers?|nodes)$/.test(word));
  const joined = [...all, ...(ends ? [] : [ending])].join('_').toUpperCase().replace(/^(?=\d)/, '_');
  return joined === '' ? 'SERVICE_HOST' : joined;
}
