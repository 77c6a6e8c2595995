/** What types hold by their names: asking one for its content gives an element of its last argument. */
const containers = /^(?:[\w.]*\.)?(?:\w*(?:List|Set|Collection|Iterable|Iterator|Queue|Deque|Map|Stream|Page|Slice|Optional|Stack|Vector|Seq|Array)|Mono|Flux|Future|CompletableFuture|Callable|Supplier|Provider|ObjectProvider|Instance|ObjectFactory|Lazy|AtomicReference|ThreadLocal|ResponseEntity|Promise|Task|ValueTask|IEnumerable|IQueryable|IList|ICollection|IDictionary|Dictionary|DbSet|IOptions|IAsyncEnumerable|IReadOnlyList|IReadOnlyCollection|Observable|Uni|Multi|Event|Reference)$/;

/** The name before arguments and brackets: `List` of `List<Item>[]`. */
export function headOf(type: string): string {
  const end = type.search(/[<[?]/);
  return end < 0 ? type : type.slice(0, end);
}

/** Arguments of a generic type as they are written; what is nested stays together. */
export function argumentsOf(type: string): readonly string[] {
  const begin = type.indexOf('<');
  const end = type.lastIndexOf('>');
  if (begin < 0 || end < begin) return [];
  const found: string[] = [];
  let depth = 0;
  let from = begin + 1;
  for (let at = from; at <= end; at++) {
    const sign = type[at];
    if (at === end || (sign === ',' && depth === 0)) {
      found.push(type.slice(from, at).replace(/^\?(?:extends|super)?\s*|^\?$/, ''));
      from = at + 1;
    } else if (sign === '<') depth++;
    else if (sign === '>') depth--;
  }
  return found.filter((part) => part !== '');
}

/** What one element of a container is; `undefined` where the type is no container. */
export function elementOf(type: string): string | undefined {
  if (type.endsWith('[]')) return type.slice(0, -2);
  return containers.test(headOf(type)) ? argumentsOf(type).at(-1) : undefined;
}

/** Whether a call on a container gives its content, rather than a count or a container of the same. */
export function givesElement(method: string): boolean {
  return /^(?:get\w*|value|next|previous|orElse\w*|orElseThrow|find(?:First|Any)|first\w*|last\w*|single\w*|element\w*|peek\w*|poll\w*|pop|remove\w*|take\w*|join|block\w*|toFuture|min|max|reduce|await|put\w*|compute\w*|at|find\w*|First\w*|Last\w*|Single\w*|Find\w*|ElementAt\w*|Max|Min|Value|Current|Dequeue|Pop|Peek|Result|collect|ifPresent\w*|getBody|getObject|getIfAvailable)$/.test(method);
}

/** Whether a call on a container gives a container of the same elements. */
export function keepsElements(method: string): boolean {
  return /^(?:stream|parallelStream|filter|sorted|distinct|limit|skip|peek|iterator|listIterator|subList|values|toList|getContent|reversed|collect|Where|OrderBy\w*|ThenBy\w*|Include|ThenInclude|AsNoTracking|AsQueryable|Take|Skip|ToList\w*|ToArray\w*|AsEnumerable|slice|sort|reverse|concat|Reverse|Distinct|or|descendingIterator|asList|boxed|onErrorResume|doOnNext|switchIfEmpty|cache|log|subscribeOn|publishOn)$/.test(method);
}

/** Every name that a type mentions. */
export function namesIn(type: string): readonly string[] {
  return type.match(/[A-Za-z_$\u0080-\uffff][\w$.\u0080-\uffff]*/g)?.filter((name) => name !== 'extends' && name !== 'super') ?? [];
}

/** A type without what only says that its value comes later: `Order` for `Task<Order>`. */
export function awaited(type: string): string {
  return /^(?:Task|ValueTask|Promise)$/.test(headOf(type)) ? (argumentsOf(type)[0] ?? type) : type;
}
