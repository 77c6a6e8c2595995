import type { Language } from '../../contract/nodes.js';

/**
 * Node types that rules and facts ask of whole files and of methods, by language. They are found in the one walk that
 * hands nodes to the rules: each walk for a question of its own costs a fifth of parsing the file.
 */
export const askedTypes: { readonly [L in Language]?: readonly string[] } = {
  java: [
    'class_declaration', 'enum_declaration', 'record_declaration', 'interface_declaration',
    'enhanced_for_statement', 'method_invocation', 'method_reference', 'object_creation_expression', 'assignment_expression', 'update_expression',
  ],
  python: ['class_definition', 'function_definition', 'call', 'assignment'],
  csharp: ['class_declaration', 'method_declaration', 'invocation_expression', 'object_creation_expression', 'assignment_expression'],
  php: ['class_declaration', 'function_call_expression', 'member_call_expression', 'assignment_expression'],
  go: ['function_declaration', 'method_declaration', 'call_expression', 'assignment_statement', 'short_var_declaration'],
};
