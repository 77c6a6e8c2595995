import type { Model } from '../../contract/workspace.js';
import './kinds.js';

/**
 * Whether any build file of the application that a path belongs to needs one of the packages, by its name in the index of its
 * language: `flask-session` (PEP 503 form), `Microsoft.Extensions.Caching.StackExchangeRedis`, `predis/predis`,
 * `github.com/gorilla/sessions`, `express-session`. That a package is needed proves nothing about how it is configured.
 */
export function needsPackage(model: Model, path: string, ...names: readonly string[]): boolean {
  return model.factsFor('build.module', path).some(({ value }) => value.dependencies.some((dependency) => names.includes(dependency)));
}
