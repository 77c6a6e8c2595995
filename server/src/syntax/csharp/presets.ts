import { enclosing, enclosingType, field, modifiers, named, nameOf, plain, type CsNode } from './ask.js';

/** Whether a property can be given another value from outside its class. */
function isSettable(property: CsNode): boolean {
  const accessors = field(property, 'accessors');
  if (!modifiers(property).has('public') || !accessors) return false;
  return named(accessors).some((accessor) => /\b(?:set|init)\b/.test(accessor.text) && !/\b(?:private|protected|internal)\b/.test(accessor.text));
}

/**
 * Whether a value is what an object begins with: its constructor presets a public property that it declares and that
 * whoever fills it (a form, a binder, a deserializer) sets anew. It says no more than `{ get; set; } = "…"`.
 */
export function isPreset(value: CsNode): boolean {
  const assignment = value.parent;
  const type = enclosingType(value);
  if (assignment?.type !== 'assignment_expression' || field(assignment, 'right')?.id !== value.id || !type) return false;
  const constructor = enclosing(value, 'constructor_declaration');
  const name = /^(?:this\.)?(\w+)$/.exec(plain(field(assignment, 'left')))?.[1];
  const body = field(type, 'body');
  if (!constructor || name === undefined || !body) return false;
  return named(body).some((member) => member.type === 'property_declaration' && nameOf(member) === name && isSettable(member));
}
