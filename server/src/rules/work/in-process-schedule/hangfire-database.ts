import type { Json } from '../../../base/json.js';
import { args, callName, descendants, enclosingMember, enclosingType, plain, type CsNode } from '../../../syntax/csharp/ask.js';

/** A connection that the configuration names, which may be read at another place that sees the same configuration. */
const configured = /^((?:\w+\.)*_?[cC]onfig(?:uration)?)(?:\.GetConnectionString\("[\w.:-]+"\)|\["[\w.:-]+"\])!?$/;

/** A property or field of the class is seen by all of its methods; a parameter or variable only where it stands. */
function seesSame(call: CsNode, other: CsNode, root: string): boolean {
  if (enclosingMember(call)?.id === enclosingMember(other)?.id) return true;
  return /^(?:this\.|_|[A-Z])/.test(root) && enclosingType(call)?.id === enclosingType(other)?.id;
}

/** The database of the application, where a place can name its connection: which server, and the expression. `null` when it cannot. */
export function databaseNear(call: CsNode): Json {
  for (const each of descendants(call.tree.rootNode, 'invocation_expression')) {
    const server = { UseSqlServer: 'SqlServer', UseNpgsql: 'PostgreSql' }[callName(each)];
    const connection = plain(args(each)[0]).replace(/!$/, '');
    const root = server === undefined ? undefined : configured.exec(connection)?.[1];
    if (server !== undefined && root !== undefined && seesSame(call, each, root)) return { server, connection };
  }
  return null;
}
