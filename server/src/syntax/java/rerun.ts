import { args, declarationOf, enclosing, enclosingCallable, field, nameOf, typeOf, simpleName, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';

const removesByKey = /^(?:remove|delete)(?:AllBy|By|BatchBy|Batch)Ids?(?:InBatch)?$/;

/** `orders.removeById(id)`: the second one who removes the row finds nothing. */
export function isRemovalByKey(what: string): boolean {
  return removesByKey.test(/(\w+)\(\)$/.exec(what)?.[1] ?? '');
}

/** `orders.delete(order)`, `orders.deleteAll(old)`: what the job has found goes, and the second one finds it gone. A literal names rows of a kind. */
export function isRemovalOfFound(call: JavaNode): boolean {
  const [first, ...more] = args(call);
  return first !== undefined && more.length === 0 && /^(?:remove|delete)(?:All)?(?:InBatch|Files?|Objects?|Blobs?)?$/.test(nameOf(call)) && !/literal$/.test(first.type);
}

const saves = /^(?:save|saveAll|saveAndFlush|saveAllAndFlush|merge|update|updateAll|updateById|updateBatchById)$/;

/** Whether a value begins with a look-up in a store, however it is streamed afterwards. */
function comesFromStore(value: JavaNode | undefined): boolean {
  if (value?.type !== 'method_invocation') return false;
  const object = field(value, 'object');
  if (object?.type === 'method_invocation') return comesFromStore(object);
  return lookingUp.test(nameOf(value)) && stores.test(simpleName(typeOf(object)));
}

/** Whether a setter is given what the same property held before: `stock.setCount(stock.getCount() - 1)`, also by a local name. */
function buildsOnItself(setter: JavaNode): boolean {
  const object = field(setter, 'object')?.text ?? '';
  const getter = nameOf(setter).replace(/^set/, 'get');
  const [first, ...more] = args(setter);
  const asksIt = (place: JavaNode | undefined): boolean => place !== undefined && descendants(place, 'method_invocation').some((each) => field(each, 'object')?.text === object && nameOf(each) === getter);
  const declared = first?.type === 'identifier' ? declarationOf(first) : undefined;
  return more.length === 0 && (asksIt(first) || (declared?.kind === 'local' && asksIt(declared.value)));
}

/** `rows = repo.findAll(); … row.setTotal(total); repo.saveAll(rows)`: whoever does it again computes and stores the same. */
export function isSaveOfFound(call: JavaNode): boolean {
  const [first, ...more] = args(call);
  const declared = first?.type === 'identifier' && more.length === 0 && saves.test(nameOf(call)) ? declarationOf(first) : undefined;
  const callable = enclosingCallable(call);
  if (declared?.kind !== 'local' || !callable || !stores.test(simpleName(typeOf(field(call, 'object'))))) return false;
  const through = declared.node.type === 'enhanced_for_statement' ? field(declared.node, 'value') : undefined;
  const rows = through?.type === 'identifier' ? declarationOf(through)?.value : through ?? declared.value;
  const setters = descendants(callable, 'method_invocation').filter((each) => /^(?:set|add|increase|decrease|increment|decrement)[A-Z]/.test(nameOf(each)));
  return comesFromStore(rows) && setters.some((each) => nameOf(each).startsWith('set')) && setters.every((each) => nameOf(each).startsWith('set') && !buildsOnItself(each));
}

const removesByQuery = /^(?:(?:auto(?:matic(?:ally)?)?|batch|bulk|daily|do|hard|physical(?:ly)?|run|scheduled?)(?=[A-Z]))?(?:[rR]emove|[dD]elete|[dD]el(?=[A-Z])|[pP]urge|[pP]rune|[eE]xpunge)\w*$/;

const deletion = /"\s*delete\s+(?:\w+\s+)?(?:from\b|\w)/i;

/** `em.createQuery("delete from Log l where …").executeUpdate()`, `jdbc.update("DELETE FROM log …")`, and a statement prepared so: the second one finds nothing left. */
export function isDeletionStatement(call: JavaNode): boolean {
  if (!/^(?:executeUpdate|executeLargeUpdate|execute|update)$/.test(nameOf(call))) return false;
  let root = field(call, 'object');
  while (root?.type === 'method_invocation' && field(root, 'object')) root = field(root, 'object');
  const prepared = root?.type === 'identifier' ? declarationOf(root)?.value : undefined;
  const [first] = (call.text.match(/"(?:[^"\\]|\\.)*"/) ?? prepared?.text.match(/"(?:[^"\\]|\\.)*"/) ?? []);
  return first !== undefined && deletion.test(first);
}

/** `tokens.deleteExpired()`, `logs.deleteOlderThan(date)` of a store: the second one finds nothing left. */
export function isRemovalByQuery(what: string): boolean {
  return removesByQuery.test(/(\w+)\(\)$/.exec(what)?.[1] ?? '');
}

const stores = /(?:Repository|Repo|Mapper|D[aA][oO]|Template|Operations|EntityManager|Session)$/;

const present = /\b(?:currentTimeMillis|nanoTime|now)\s*\(|\bnew\s+Date\s*\(\s*\)/;
const lookingUp = /^(?:find|get|load|select|query|fetch|read)/;

/** `run.getLastTime()`, where `run` is what a look-up has just brought. */
function isLookedUp(call: JavaNode): boolean {
  const object = field(call, 'object');
  const declared = object?.type === 'identifier' ? declarationOf(object) : undefined;
  const value = declared?.kind === 'local' ? declared.value : undefined;
  if (value?.type !== 'method_invocation' || !lookingUp.test(nameOf(value))) return false;
  return stores.test(simpleName(typeOf(field(value, 'object'))));
}

/** Whether a body asks how long ago the work was done, by a time that is stored where all replicas find it. */
export function looksWhenItRan(body: JavaNode): boolean {
  return descendants(body, 'binary_expression').some((test) => {
    const left = field(test, 'left');
    const right = field(test, 'right');
    if (!left || !right || !present.test(test.text) || !enclosing(test, 'if_statement')) return false;
    return descendants(test, 'method_invocation').some(isLookedUp);
  });
}

const identity = /^(?:my|own|self|local|current|this)?_?(?:server|node|instance|worker|replica|member|pod)_?(?:id|name|uuid|key)$/i;

function isIdentity(node: JavaNode | undefined): boolean {
  if (node?.type !== 'identifier' && node?.type !== 'field_access') return false;
  return identity.test(simpleName(node.text)) && declarationOf(node)?.kind === 'field';
}

/** `return ring.get(id).equals(serverId)`: a method that tells whether something falls to this process. */
export function tellsOwnShare(method: JavaNode): boolean {
  if (simpleName(field(method, 'type')?.text ?? '').toLowerCase() !== 'boolean') return false;
  const body = field(method, 'body');
  return body !== undefined && descendants(body, 'method_invocation').some((call) => {
    if (nameOf(call) !== 'equals' || !enclosing(call, 'return_statement')) return false;
    return [field(call, 'object'), ...args(call)].some(isIdentity);
  });
}
