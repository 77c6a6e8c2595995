import { attributes, baseTypes, enclosingType, field, hasAttribute, named, nameOf, type CsNode } from './ask.js';

const commandAttribute = /^(?:Verb|Cmdlet|Subcommand|CliCommand|CommandName|CommandHelp|ConsoleAppFramework\w*)$/;
const commandBase = /^(?:PSCmdlet|Cmdlet|ConsoleCommand|OaktonCommand|OaktonAsyncCommand|ConsoleAppBase|\w*ConsoleCommand)$/;

/** Whether the code is started by a person at a prompt: its class, or a method of it, is a command of a command line. */
export function isCommandLine(node: CsNode): boolean {
  const type = enclosingType(node);
  if (!type) return false;
  const settings = named(type).find((part) => part.type === 'base_list')?.text ?? '';
  if (hasAttribute(type, commandAttribute) || baseTypes(type).some((base) => commandBase.test(base)) || /\b(?:Async)?Command<\s*(?:\w+\.)?\w*Settings\s*>/.test(settings)) return true;
  const body = field(type, 'body');
  return body !== undefined && named(body).some((member) => member.type === 'method_declaration' && attributes(member).some(({ name }) => commandAttribute.test(name)));
}

/** Whether the code belongs to a change of the schema or of stored data that is made once, by its folder or the name or base of its class. */
export function isMigration(node: CsNode, path: string): boolean {
  if (/(?:^|\/)\w*Migrations?\//.test(path)) return true;
  const type = enclosingType(node);
  return type !== undefined && (/^(?:Manual)?Migrat(?:e|ion)(?=[A-Z0-9_])|(?:Migration|DataUpgrade)$/.test(nameOf(type)) || baseTypes(type).some((base) => /^\w*Migration(?:Impl|Base)?$/.test(base)));
}

/** Whether the code only serves a developer's tools: it makes a context for those of Entity Framework, or services for itself. */
export function isDesignTime(node: CsNode): boolean {
  for (let type = enclosingType(node); type; type = enclosingType(type)) if (baseTypes(type).some((base) => /^IDesignTime\w+Factory$/.test(base))) return true;
  return false;
}
