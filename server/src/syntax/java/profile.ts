import { profileKind } from '../config-file.js';
import { annotation, enclosingCallable, enclosingType, modifiers, nameOf, type JavaNode } from './ask.js';

/** Whether a Spring profile on the method or its class is for development or tests alone. */
export function isForDevelopment(node: JavaNode): boolean {
  return [enclosingCallable(node), enclosingType(node)].some((holder) => {
    const profile = holder && annotation(holder, 'Profile')?.node.text.replace(/^@\w+/, '');
    return profile !== undefined && ['development', 'test'].includes(profileKind(profile));
  });
}

/** Whether the place stands in a program's own entry point: in server code mostly a developer's trial. */
export function isMain(node: JavaNode): boolean {
  const callable = enclosingCallable(node);
  return callable !== undefined && nameOf(callable) === 'main' && modifiers(callable).has('static');
}
