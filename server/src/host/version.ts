declare const MONOLIFT_VERSION: string | undefined;

/** Version of the package with the time of the build, so that caches of another build are not used; 'dev' when run unbundled. */
export const version: string = typeof MONOLIFT_VERSION === 'string' ? MONOLIFT_VERSION : 'dev';
