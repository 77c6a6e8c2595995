/** Fixes that no Maven build can prove, with the reason: they change manifests, images or programs in other languages. */
export const notForMaven: Readonly<Record<string, string>> = {};
