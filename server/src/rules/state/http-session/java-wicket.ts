import { ruleMatcher } from '../../../contract/rule.js';
import { annotations, bareType, field, fieldsOf, isType, modifiers, named, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';

const sessions = [
  'org.apache.wicket.protocol.http.WebSession', 'org.apache.wicket.authroles.authentication.AuthenticatedWebSession', 'org.apache.wicket.authroles.authentication.AbstractAuthenticatedWebSession',
  'org.apache.wicket.authentication.AuthenticatedWebSession',
];

/** What the session of each user holds: its fields, the parts that a container injects left out, or whether the user has signed in. */
function holdings(type: JavaNode, base: string): readonly string[] {
  const kept = fieldsOf(type).filter(({ declaration }) => {
    const keywords = modifiers(declaration);
    return !keywords.has('static') && !keywords.has('transient') && annotations(declaration).length === 0;
  });
  return kept.length === 0 && /Authenticated/.test(base) ? ['signedIn'] : kept.map(({ node }) => nameOf(node));
}

/** Names told of one session. */
const told = 3;

/** Wicket keeps the application's own subclass of its session, with all of its fields, as an attribute of the HTTP session. */
export const wicketSession = ruleMatcher({
  language: 'java',
  needles: [['org.apache.wicket', /\bextends\s+\w*WebSession\b/]],
  on: {
    class_declaration(type, cx) {
      const superclass = field(type, 'superclass');
      const base = superclass && named(superclass)[0];
      const fields = base ? holdings(type, base.text) : [];
      if (!base || fields.length === 0 || !isType(cx, base, bareType(base), ...sessions)) return;
      cx.report({ at: span(base), say: 'wicket', args: { type: nameOf(type), fields: fields.slice(0, told).join(', ') }, cause: 'session' });
    },
  },
});
