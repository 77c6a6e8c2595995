/** Values that survive a trip through `JSON.stringify` unchanged: what may cross threads and caches. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
