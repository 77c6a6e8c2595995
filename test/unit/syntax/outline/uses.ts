import type { Outline, OutlineUse } from '../../../../server/src/syntax/outline/outline.js';

/** A use as `Books.shelf:find 2`: the way to what is used, what is called, and how often. */
export function written({ type, through, calls, times }: OutlineUse): string {
  return `${[type, ...(through ?? [])].join('.')}${calls === undefined ? '' : `:${calls}`}${times > 1 ? ` ${times}` : ''}`;
}

/** What the methods of a unit use, by their names. */
export function uses(outline: Outline, unit: string): Readonly<Record<string, readonly string[]>> {
  const found = outline.units.find(({ name }) => name === unit);
  return Object.fromEntries((found?.methods ?? []).map((method) => [method.name, method.uses.map(written)]));
}

export function routes(outline: Outline): readonly string[] {
  return [
    ...outline.units.flatMap(({ methods }) => methods.flatMap((method) => method.routes.map(({ verb, path }) => `${verb} ${path} ${method.name}`))),
    ...(outline.routed ?? []).map(({ verb, path, to }) => `${verb} ${path} -> ${written(to)}`),
  ];
}

export function tables(outline: Outline): readonly string[] {
  return outline.tables.map(({ table, access, by, method, unit }) => `${unit}${method === undefined ? '' : `.${method}`} ${access} ${table} ${by}`);
}

export function inTransaction(outline: Outline): readonly string[] {
  return outline.units.flatMap(({ methods }) => methods.filter((method) => method.inTransaction).map(({ name }) => name));
}
