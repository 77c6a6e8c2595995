import type { AnyProjectCheck, ProjectContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/secret.js';

type Secret = Fact<'build.secret'>;

/** Settings of the application that the build fills in with the property. */
function usersOf({ file, value: { name } }: Secret, cx: ProjectContext): readonly Fact<'config.secret-reference'>[] {
  const { application } = cx.model.moduleOf(file);
  return cx.facts('config.secret-reference').filter((each) => each.value.name === name && cx.model.moduleOf(each.file).application === application);
}

/** One finding for the credentials of one project file, at the first that is no mere stand-in. */
function check(subject: Secret, cx: ProjectContext): void {
  const used = cx.facts('build.secret').filter((each) => each.file === subject.file && usersOf(each, cx).length > 0);
  const root = used.find(({ value }) => value.kind === 'secret') ?? used[0];
  if (root !== subject) return;
  const others = used.filter((each) => each !== root);
  cx.report({
    say: others.length === 0 ? 'setting' : 'setting-more', args: { name: root.value.name, ...(others.length === 0 ? {} : { count: others.length }) },
    also: [
      ...usersOf(root, cx).map(({ file, range, value }) => ({ file, range, say: 'used', args: { name: value.key } })),
      ...others.map(({ file, range, value }) => ({ file, range, say: 'here', args: { name: value.name } })),
    ],
    ...(root.value.kind === 'stand-in' ? { severity: 'info' as const, confidence: 'medium' as const } : {}),
    data: { settings: used.flatMap((each) => usersOf(each, cx).map(({ value }) => value.key)), default: true, places: [] },
  });
}

/** Credentials in `pom.xml` that Maven writes into the settings which it packs. */
export const filledInCredentials: AnyProjectCheck = { subject: 'build.secret', reads: ['build.secret', 'config.secret-reference'], check };
