import type { Confidence, Severity } from '../../../contract/finding.js';

/** What a session attribute is for, as far as its name and value tell. */
export type Purpose = 'user' | 'locale' | 'message';

/** Parts of a name in lower case: `SPRING_SECURITY_LAST_EXCEPTION`, `flash.errorMessage`. */
function words(name: string): readonly string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase()).filter(Boolean);
}

/** Words that only say that something is an attribute. */
const trailing = /^(?:var|attribute|attr|key|code|id|name|tag|session|sess|value)$/;
const localeWords = /^(?:locale|lang|language|i18n|timezone|zone|theme)$/;
const messageWords = /^(?:flash|msg|msgs|message|messages|notice|alert|exception|errors?)$/;

/**
 * Purpose of an attribute by its name (a literal or a constant's name) and the text of what is stored. A choice of
 * language falls back to its default when it is lost; a one-shot message is shown once and gone anyway.
 */
export function purposeOf(name: string, value: string): Purpose {
  const telling = words(name).filter((word) => !trailing.test(word)).at(-1) ?? '';
  if (localeWords.test(telling) || /\bLocale\.|\bgetLocale\(|\blocale\b/.test(value)) return 'locale';
  return messageWords.test(telling) ? 'message' : 'user';
}

const aboutUsers = /^(?:users?|logins?|logged|members?|accounts?|principal|auth|authentication|authenticated|admin|administrator|operator|employee|emp|customer|person|subject|credential|credentials|carts?|baskets?|orders?|bookings?|visits?|state|nonce)$/;

/** Who the user is and what the user is about to do is what a lost session costs first; of many attributes, such a one is what the others point to. */
export function confidenceOf(name: string): Confidence {
  return words(name).some((word) => aboutUsers.test(word)) ? 'high' : 'medium';
}

export const severityOfPurpose: Readonly<Record<Purpose, Severity>> = { user: 'error', message: 'warning', locale: 'info' };
