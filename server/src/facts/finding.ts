import type { Finding } from '../contract/finding.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A file finding that is still open after clearing; made by the engine, read by project checks that join code and manifests. */
    finding: Finding;
  }
}
