import { createdType, declarationOf, descendants, enclosing, field, fieldsOf, named, type CsNode } from '../../../syntax/csharp/ask.js';

/** What holds no memory of earlier rounds although it is made with the object. */
const stateless = /^(?:TimeSpan|SemaphoreSlim|object|Object|Random|Regex|JsonSerializerOptions|Lock)$/;

/** Whether a round leaves something in memory that the next one needs: a process of its own would begin anew each time. `gone`: members that will not be there. */
export function remembers(type: CsNode, round: CsNode, gone: readonly CsNode[] = []): boolean {
  const isGone = (node: CsNode): boolean => gone.some((each) => node.startIndex >= each.startIndex && node.endIndex <= each.endIndex);
  const fields = fieldsOf(type).filter(({ declaration }) => !isGone(declaration));
  if (fields.some(({ value }) => value && /object_creation_expression$|collection_expression|initializer_expression/.test(value.type) && !stateless.test(createdType(value)))) return true;
  const written = descendants(type, 'assignment_expression', 'prefix_unary_expression', 'postfix_unary_expression').filter((each) => !isGone(each)).filter((each) => each.type === 'assignment_expression' || /\+\+|--/.test(each.text));
  return written.some((each) => {
    const target = named(each)[0];
    const name = target?.type === 'member_access_expression' && target.text.startsWith('this.') ? field(target, 'name') : target;
    if (name?.type !== 'identifier' || enclosing(each, 'constructor_declaration', 'object_creation_expression')?.type === 'constructor_declaration') return false;
    const declared = declarationOf(name);
    if (declared?.kind === 'field' || declared?.kind === 'property' || fields.some((own) => own.name.text === name.text && target?.type !== 'identifier')) return true;
    return declared?.kind === 'local' && each.startIndex >= round.startIndex && each.endIndex <= round.endIndex && declared.declaration.startIndex < round.startIndex;
  });
}
