import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, args, bareType, enclosing, field, imports, isType, named, nameOf, simpleName, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { literalUse } from '../../../syntax/java/literal.js';
import { remoteUrl, remoteUrlNeedle } from '../../../syntax/remote-url.js';
import { springRemoting, springRemotingPackages } from './names.js';

type Kind = 'rmi' | 'ejb' | 'corba' | 'url';

const saidKey = {};

/** One place of a file tells of a technology. */
function report(cx: RuleFileContext, at: JavaNode, kind: Kind, name: string): void {
  const said = cx.once(saidKey, () => new Set<Kind>());
  if (said.has(kind)) return;
  said.add(kind);
  cx.report({ at: span(at), say: kind, args: { name }, cause: kind });
}

const ejb = (name: string): readonly string[] => [`javax.ejb.${name}`, `jakarta.ejb.${name}`];

/** Superclass and interfaces as written. */
function parents(type: JavaNode): readonly JavaNode[] {
  const lists = [field(type, 'superclass'), field(type, 'interfaces'), named(type).find((child) => child.type === 'extends_interfaces')];
  return lists.flatMap((list) => (list ? named(list).flatMap((inner) => (inner.type === 'type_list' ? named(inner) : [inner])) : []));
}

function declaration(type: JavaNode, cx: RuleFileContext): void {
  const remote = annotations(type).find(({ name, node }) => name === 'Remote' && isType(cx, node, nameOf(node), ...ejb('Remote')));
  if (remote) report(cx, field(remote.node, 'name') ?? remote.node, 'ejb', nameOf(type));
  for (const parent of parents(type)) {
    const written = bareType(parent);
    if (isType(cx, parent, written, ...ejb('EJBHome'), ...ejb('EJBObject'))) report(cx, parent, 'ejb', nameOf(type));
    else if (isType(cx, parent, written, 'java.rmi.server.UnicastRemoteObject')) report(cx, parent, 'rmi', nameOf(type));
  }
}

const calls: readonly { readonly method: RegExp; readonly owner: string; readonly kind: Kind }[] = [
  { method: /^(?:createRegistry|getRegistry)$/, owner: 'java.rmi.registry.LocateRegistry', kind: 'rmi' },
  { method: /^(?:bind|rebind|lookup)$/, owner: 'java.rmi.Naming', kind: 'rmi' },
  { method: /^exportObject$/, owner: 'java.rmi.server.UnicastRemoteObject', kind: 'rmi' },
  { method: /^narrow$/, owner: 'javax.rmi.PortableRemoteObject', kind: 'ejb' },
  { method: /^init$/, owner: 'org.omg.CORBA.ORB', kind: 'corba' },
];

/** `narrow(found, Session.class)`: a type of the platform is a resource that the container holds (mail, a data source, a queue), not an object of another server. */
function narrowsResource(cx: RuleFileContext, call: JavaNode): boolean {
  const written = args(call)[1]?.text.replace(/\s*\.\s*class$/, '') ?? '';
  const { types, wildcards } = imports(cx, call);
  const candidates = [written, types.get(written) ?? '', ...(types.has(written) || !/^(?:Session|DataSource|XADataSource|(?:Queue|Topic|XA)?ConnectionFactory|Queue|Topic|Destination|UserTransaction)$/.test(written) ? [] : wildcards.map((name) => `${name}.${written}`))];
  return candidates.some((name) => /^(?:javax|jakarta)\.(?:mail|sql|jms|resource|transaction|naming|persistence)\./.test(name));
}

/** RMI that only serves JMX is for the operator, not for the application's own work. */
function isForJmx(cx: RuleFileContext, node: JavaNode): boolean {
  return [...imports(cx, node).types.values()].some((name) => /^javax\.management\.remote\./.test(name)) || /JMXConnectorServer/.test(cx.text);
}

/** Remote objects that are offered or called: RMI, remote EJBs, CORBA, and URLs of their protocols. */
export const javaRemote = ruleMatcher({
  language: 'java',
  needles: [
    ['java.rmi.server.UnicastRemoteObject'], ['java.rmi.server.*'], ['java.rmi.*', 'Naming'], ['java.rmi.Naming'], ['LocateRegistry'], ['PortableRemoteObject'],
    ['EJBHome'], ['EJBObject'], ['Remote', /\b(?:javax|jakarta)\.ejb\.(?:Remote\b|\*)/], ['org.omg.CORBA.ORB'], [/org\.omg\.CORBA\.\*/],
    ...Object.keys(springRemoting).map((name) => [name]), [remoteUrlNeedle],
  ],
  on: {
    class_declaration: declaration,
    interface_declaration: declaration,
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const kind = type && springRemoting[simpleName(bareType(type))];
      if (kind && isType(cx, type, bareType(type), ...springRemotingPackages.map((name) => `${name}.${simpleName(bareType(type))}`))) report(cx, type, kind, simpleName(bareType(type)));
    },
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const object = field(call, 'object');
      const found = name && object && calls.find(({ method, owner }) => method.test(name.text) && isType(cx, call, object.text, owner));
      if (found && !(found.kind === 'rmi' && isForJmx(cx, call)) && !(found.kind === 'ejb' && narrowsResource(cx, call))) report(cx, name, found.kind, `${simpleName(found.owner)}.${name.text}`);
    },
    string_literal(literal, cx) {
      const url = remoteUrl.exec(stringValue(literal) ?? '');
      if (url?.index !== 0 || enclosing(literal, 'annotation') || !['value', 'fallback', 'listed'].includes(literalUse(literal).role)) return;
      if (/^service:jmx/.test(literal.text.slice(1)) || isForJmx(cx, literal)) return;
      report(cx, literal, 'url', url[0].slice(0, url[0].indexOf(':') + 1));
    },
  },
});
