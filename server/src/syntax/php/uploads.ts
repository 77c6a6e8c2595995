import type { FileContext } from '../../contract/rule.js';
import { args, assignedValue, bare, calledName, classNamed, enclosingCallable, lastName, type PhpNode } from './ask.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';

const uploadTypes = /^(?:UploadedFile|UploadedFileInterface|TemporaryUploadedFile|UploadedImage)$/;

/** Class that a parameter or a typed property of that name is declared with, without its namespace; '' when unknown. */
export function declaredType(cx: FileContext, variable: PhpNode): string {
  const callable = enclosingCallable(variable);
  const parameter = named(field(callable, 'parameters')).find((each) => field(each, 'name')?.text === variable.text);
  const type = field(parameter, 'type');
  return type ? lastName(classNamed(cx, below(type, 'named_type', 'name', 'qualified_name')[0] ?? type).replace(/^\?/, '')) : '';
}

/** Whether an expression is a file that a request brought: by its declared type, or because it was taken out of the request. */
export function isUploadedFile(cx: FileContext, written: PhpNode | undefined, depth = 3): boolean {
  const node = written && bare(written);
  if (!node || depth === 0) return false;
  if (node.type === 'member_call_expression' || node.type === 'nullsafe_member_call_expression') {
    const name = calledName(node);
    // `request->file('x')`, `request->files->get('x')`, `UploadedFile::getInstance()` and what is made of them.
    if (/^(?:file|getfile|getuploadedfile|getuploadedfiles)$/.test(name) && args(node).length > 0) return true;
    if (name === 'get' && /->files$/.test(field(node, 'object')?.text ?? '')) return true;
    return isUploadedFile(cx, field(node, 'object'), depth - 1);
  }
  if (node.type === 'scoped_call_expression') return uploadTypes.test(lastName(classNamed(cx, field(node, 'scope'))));
  if (node.type === 'member_access_expression') return /->files?$/.test(node.text) && /\$(?:this->)?request\b/.test(node.text);
  if (node.type === 'subscript_expression') return /^\$_FILES\b/.test(node.text) || isUploadedFile(cx, named(node)[0], depth - 1);
  if (node.type !== 'variable_name') return false;
  return uploadTypes.test(declaredType(cx, node)) || isUploadedFile(cx, assignedValue(node), depth - 1) || isUploadedFile(cx, loopedOver(node), depth - 1);
}

/** What a loop around a variable takes it from. */
function loopedOver(variable: PhpNode): PhpNode | undefined {
  for (let loop = enclosing(variable, 'foreach_statement'); loop; loop = enclosing(loop, 'foreach_statement')) {
    const [source, item] = named(loop);
    if (item && (item.text === variable.text || named(item).some((part) => part.text === variable.text))) return source;
  }
  return undefined;
}
