import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotation, args, bareType, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { reportSetting, schemaCause } from './setting.js';

const constants: Readonly<Record<string, string>> = { HBM2DDL_AUTO: 'hibernate.hbm2ddl.auto', DDL_GENERATION: 'eclipselink.ddl-generation' };

/** Key of a property: a literal, or a constant of Hibernate's and EclipseLink's own classes. */
function keyOf(node: JavaNode | undefined): string | undefined {
  return stringValue(node) ?? constants[(node?.type === 'field_access' ? field(node, 'field')?.text : node?.text) ?? ''];
}

function isOff(call: JavaNode): boolean {
  const callable = enclosingCallable(call);
  return callable !== undefined && switchOf(callable).never;
}

/** `properties.put("hibernate.hbm2ddl.auto", "update")`, `adapter.setGenerateDdl(true)`. */
function onCall(call: JavaNode, cx: RuleFileContext): void {
  const name = nameOf(call);
  const [key, value] = args(call);
  if ((name === 'put' || name === 'setProperty' || name === 'addProperty' || name === 'applySetting') && value) {
    const setting = keyOf(key);
    const text = stringValue(value);
    if (setting !== undefined && text !== undefined && !isOff(call)) reportSetting(cx, setting, text, span(value), undefined);
  }
  if (name === 'setGenerateDdl' && key?.text === 'true' && !isOff(call)) {
    cx.report({ at: span(field(call, 'name') ?? call), say: 'update', confidence: 'high', cause: schemaCause, args: { setting: 'setGenerateDdl(true)', variable: '' }, data: { key: 'setGenerateDdl' } });
  }
  if (name === 'migrate' && args(call).length === 0 && isType(cx, call, typeOf(field(call, 'object')), 'org.flywaydb.core.Flyway')) tool(cx, field(call, 'name') ?? call, 'Flyway');
}

function tool(cx: RuleFileContext, at: JavaNode, name: string): void {
  cx.report({ at: span(at), say: 'tool', severity: 'info', args: { tool: name }, cause: 'tool', data: null });
}

/** A Liquibase bean of the application's own. */
function onMethod(method: JavaNode, cx: RuleFileContext): void {
  const name = field(method, 'name');
  if (!name || !annotation(method, 'Bean') || switchOf(method).never || !enclosingType(method)) return;
  if (isType(cx, method, bareType(field(method, 'type')), 'liquibase.integration.spring.SpringLiquibase') && !/setShouldRun\(\s*false/.test(method.text)) tool(cx, name, 'Liquibase');
}

export const java = ruleMatcher({
  language: 'java',
  needles: [['hbm2ddl'], ['HBM2DDL'], ['setGenerateDdl'], ['ddl-generation'], ['DDL_GENERATION'], ['schema-generation'], ['org.flywaydb', 'migrate'], ['SpringLiquibase', 'Bean']],
  on: { method_invocation: onCall, method_declaration: onMethod },
});
