/** Words that tell a layer or a kind of class and nothing of the business. */
const layerWords: ReadonlySet<string> = new Set((
  'abstract action adapter api app application aspect base bean bo boot business client cmd cmn com command common component config configuration '
  + 'constant constants context controller core create crud custom dao data database db default direct dispatcher domain dto ejb endpoint entity enum '
  + 'example exception facade factory feature filter form framework gateway get global handler helper home http impl implementation info infra '
  + 'infrastructure inner integration interceptor interface internal java jpa jsf jsp lib list listener local main manager mapper mb mdb message mgmt mgr '
  + 'model module mvc mybatis net object org page param params persistence pojo port processor provider query remote repo repository req request resource '
  + 'response rest result route router routing sample scheduler schema server service servlet session share shared spring sql src stateless store support '
  + 'svc system template test tool type ui util utility utils validator value view viewmodel vo web webapp www xml'
).split(' '));

/** Words of a name in lower case: `OrderItemDAO`, `order_item` and `order-item` are `order`, `item` (and `dao`). */
export function wordsOf(name: string): readonly string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0 && !/^\d+$/.test(word));
}

/** What is written together with a business word at its end: `accountejb`. */
const ending = /(?<=\p{L}{3})(?:ejb|bean|entity|tbl|table)$/u;

/** Those words of a name that can tell a business: no layers, no single letters. */
export function businessWords(name: string): readonly string[] {
  return wordsOf(name).map((word) => word.replace(ending, '')).filter((word) => word.length > 2 && !isLayer(word));
}

/** Whether a word tells a layer or a kind of class: `dao`, `services`, `ejb3`. */
export function isLayer(word: string): boolean {
  const plain = word.toLowerCase().replace(/\d+$/, '');
  return layerWords.has(plain) || layerWords.has(singular(plain));
}

/** The same word for one and many: `orders` and `order`, `categories` and `category`. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** Words that have no plural. */
const uncountable = /(?:data|media|news|info|ware|stock|series|staff|content|ing)$/;

export function plural(word: string): string {
  if (singular(word) !== word || uncountable.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
