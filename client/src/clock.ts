/** When the extension's code began to run; imported before everything else. */
export const loadedAt = performance.now();
