let planned = false;

/**
 * Frees what an edit was parsed into once it is answered. V8 would do so in the midst of some later edit, when what that
 * one is parsed into is alive and has to be copied: that took 30 ms for 2,000 lines of TypeScript.
 * Does nothing where the client did not start Node with `--expose-gc`.
 */
export function sweepSoon(): void {
  const { gc } = globalThis;
  if (!gc || planned) return;
  planned = true;
  setImmediate(() => {
    planned = false;
    gc({ type: 'minor' });
  });
}
