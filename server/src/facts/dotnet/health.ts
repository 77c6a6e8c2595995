import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, calledName, callName, enclosing, span, stringValue } from '../../syntax/csharp/ask.js';
import type {} from '../health-route.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A program of top-level statements that builds and runs a web application. */
    'dotnet.program': { readonly app: string };
    /** A Startup class that registers services and maps endpoints. */
    'dotnet.startup': { readonly endpoints: string };
  }
}

/** Paths that load balancers and probes ask. */
export const healthPath = /^~?\/?(?:[\w.-]+\/){0,3}(?:_?health(?:y|z|[-_]?checks?)?|livez?|readyz?|liveness|readiness|heart-?beat|alive|ping|status)(?:\/(?:live|ready|status))?\/?$/i;

/** The block in which a Startup maps its endpoints, up to its first line; group 1 is the name of the routes. */
export const mapped = /\.UseEndpoints\(\s*(\w+)\s*=>\s*\{[ \t]*\r?\n/;
/** The method in which a Startup registers its services, up to its first line; group 1 is the name of the services. */
export const registering = /\bvoid\s+ConfigureServices\(\s*IServiceCollection\s+(\w+)\s*\)\s*\{[ \t]*\r?\n/;

/** Routes of ASP.NET that answer whether the application works. */
export const dotnetHealthFacts: FactExtractor = {
  kinds: ['health.route', 'dotnet.program', 'dotnet.startup'],
  matchers: [
    factMatcher({
      language: 'csharp', files: ['**/Program.cs'], needles: [['WebApplication', /\.Build\(\);/, /\.Run(?:Async)?\(/]],
      on: {
        compilation_unit(root, cx) {
          const [, app = ''] = /^[ \t]*(?:var|WebApplication)\s+(\w+)\s*=\s*(?!WebApplication)\w+\.Build\(\);/m.exec(root.text) ?? [];
          if (app !== '' && new RegExp(`^[ \\t]*(?:await\\s+)?${app}\\.Run(?:Async)?\\(`, 'm').test(root.text)) cx.emit('dotnet.program', { start: 0, end: 1 }, { app });
        },
      },
    }),
    factMatcher({
      language: 'csharp', files: ['**/Startup.cs'], needles: [['ConfigureServices', 'UseEndpoints']],
      on: {
        compilation_unit(root, cx) {
          const endpoints = mapped.exec(root.text)?.[1];
          if (endpoints !== undefined && registering.test(root.text)) cx.emit('dotnet.startup', { start: 0, end: 1 }, { endpoints });
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [['MapHealthChecks'], ['UseHealthChecks'], ['MapDefaultEndpoints'], [/\b(?:Map(?:Get|Methods|Route)?|Route|HttpGet)\s*\(\s*"[~/\w.-]*(?:health|alive|live|ready|liveness|readiness|heart-?beat|ping|status)[\w/-]*"/i], [/\bclass\s+(?:Health|HealthCheck|Status|Ping)Controller\b/]],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const name = callName(call);
          if (!at) return;
          const path = stringValue(args(call)[0]);
          if (/^(?:MapHealthChecks|UseHealthChecks|MapDefaultEndpoints)$/.test(name)) cx.emit('health.route', span(at), { via: path?.startsWith('/') ? path : name });
          if (/^(?:Map(?:Get|Methods|Route)?|Route)$/.test(name) && path !== undefined && healthPath.test(path)) cx.emit('health.route', span(at), { via: path });
        },
        attribute(node, cx) {
          const literal = node.descendantsOfType('string_literal')[0];
          const path = literal ? stringValue(literal) : undefined;
          if (literal && path !== undefined && healthPath.test(path) && /Route|HttpGet/.test(node.text) && enclosing(node, 'class_declaration')) cx.emit('health.route', span(literal), { via: path });
        },
        class_declaration(type, cx) {
          const name = type.childForFieldName('name');
          if (name && /^(?:Health|HealthCheck|Status|Ping)Controller$/.test(name.text)) cx.emit('health.route', span(name), { via: name.text });
        },
      },
    }),
  ],
};
