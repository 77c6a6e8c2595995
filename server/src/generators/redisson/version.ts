/** Release of Redisson that fixes bring: for Java 8 and newer, and it can wait with its connections for the first call. */
export const redissonVersion = '3.30.0';
