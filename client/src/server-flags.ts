/**
 * Flags of Node that the language server is started with. What an edited file is parsed into dies with the next edit:
 * in V8's own 16 MB a third of an edit went into copying it. `--expose-gc` lets the server free it between two edits.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=64', '--expose-gc'];
