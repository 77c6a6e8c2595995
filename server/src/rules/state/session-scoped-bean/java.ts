import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { annotation, field, fieldsOf, isType, nameOf, readAnnotation, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { keepsState } from '../../../syntax/java/own-state.js';

/** Scopes that keep an object in the session, by annotation: full name and which message speaks of it. */
const scopes: readonly { readonly names: readonly string[]; readonly say: 'bean' | 'conversation' }[] = [
  {
    say: 'bean',
    names: [
      'org.springframework.web.context.annotation.SessionScope', 'javax.enterprise.context.SessionScoped', 'jakarta.enterprise.context.SessionScoped',
      'javax.faces.bean.SessionScoped', 'net.sourceforge.stripes.action.SessionScope', 'com.google.inject.servlet.SessionScoped',
    ],
  },
  {
    say: 'conversation',
    names: [
      'javax.enterprise.context.ConversationScoped', 'jakarta.enterprise.context.ConversationScoped', 'javax.faces.flow.FlowScoped', 'jakarta.faces.flow.FlowScoped',
    ],
  },
];

/** Spring's `@Scope("session")` in each of its spellings. */
function isSessionScope(cx: RuleFileContext, node: JavaNode, written: string): boolean {
  if (!isType(cx, node, written, 'org.springframework.context.annotation.Scope')) return false;
  const { values } = readAnnotation(node);
  const value = values.get('value') ?? values.get('scopeName');
  return /^(?:session|globalSession)$/.test(stringValue(value) ?? '') || /(?:^|\.)SCOPE_(?:GLOBAL_)?SESSION$/.test(value?.text ?? '');
}

/** Type of the bean: the class, or what a producer method or field gives. */
function beanOf(declaration: JavaNode): string {
  if (declaration.type === 'class_declaration' || declaration.type === 'record_declaration') return nameOf(declaration);
  return field(declaration, 'type')?.text ?? nameOf(declaration);
}

/** Whether a class has fields and every one of them is injected or constant: then nothing is lost with its object. */
function holdsNothing(declaration: JavaNode): boolean {
  return declaration.type === 'class_declaration' && fieldsOf(declaration).length > 0 && !keepsState(declaration);
}

/** An annotation that is made of the scope: its uses are the beans. */
const declaring = ['class_declaration', 'record_declaration', 'method_declaration', 'field_declaration'];

function report(node: JavaNode, cx: RuleFileContext): void {
  const written = field(node, 'name');
  const declaration = node.parent?.parent;
  if (!written || !declaration || !declaring.includes(declaration.type)) return;
  const scope = scopes.find(({ names }) => isType(cx, node, written.text, ...names));
  const say = scope?.say ?? (isSessionScope(cx, node, written.text) ? 'bean' : undefined);
  // A stateful EJB is told of by a rule of its own, whatever it is bound to.
  if (say && !annotation(declaration, 'Stateful') && !holdsNothing(declaration)) cx.report({ at: span(written), say, args: { bean: beanOf(declaration) }, cause: 'session-bean' });
}

/** Beans that live in the session, by annotation. */
export const javaBean = ruleMatcher({
  language: 'java',
  needles: [['SessionScope'], ['SessionScoped'], ['ConversationScoped'], ['FlowScoped'], ['Scope', /@Scope\s*\([^)]*(?:[sS]ession|SESSION)/]],
  on: { annotation: report, marker_annotation: report },
});

const applications: Readonly<Record<string, readonly string[]>> = {
  AppShellConfigurator: ['com.vaadin.flow.component.page.AppShellConfigurator'],
  UI: ['com.vaadin.ui.UI'],
};

/** Vaadin's pages live on the server; its one class per application stands for them all. */
export const javaPages = ruleMatcher({
  language: 'java',
  needles: [['AppShellConfigurator'], ['com.vaadin.ui.UI']],
  on: {
    class_declaration(type, cx) {
      const name = field(type, 'name');
      const shell = supertypes(type).find((parent) => applications[parent]?.some((full) => isType(cx, type, parent, full)));
      if (name && shell) cx.report({ at: span(name), say: 'pages', confidence: 'high', cause: 'session-bean' });
    },
  },
});
