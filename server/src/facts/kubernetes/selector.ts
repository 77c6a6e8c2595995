import type { LabelExpression, LabelSelector } from './kinds.js';

type Labels = Readonly<Record<string, string>>;

/** One requirement of `matchExpressions`. Labels that are not known may have any value. */
function holds({ operator, values }: LabelExpression, label: string | undefined, unknown: boolean): boolean {
  switch (operator) {
    case 'In': return label === undefined ? unknown : values.includes(label);
    case 'NotIn': return label === undefined || !values.includes(label);
    case 'Exists': return label !== undefined || unknown;
    case 'DoesNotExist': return label === undefined;
  }
}

/**
 * Whether a selector picks pods with these labels; requirements are joined by "and". `open`: pods may have more labels than
 * are known, and what these decide holds. See https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export function picksLabels({ labels, expressions }: Pick<LabelSelector, 'labels' | 'expressions'>, of: Labels, open: boolean): boolean {
  return Object.entries(labels).every(([key, label]) => of[key] === label || (open && of[key] === undefined)) && expressions.every((each) => holds(each, of[each.key], open));
}

/** As people write it: `app=shop, tier in (web, api)`. */
export function selectorText({ labels, expressions }: LabelSelector): string {
  const words = { In: 'in', NotIn: 'notin' };
  return [
    ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ...expressions.map(({ key, operator, values }) => (operator === 'Exists' ? key : operator === 'DoesNotExist' ? `!${key}` : `${key} ${words[operator]} (${values.join(', ')})`)),
  ].join(', ');
}
