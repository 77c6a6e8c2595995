/** Where the address of Redis comes from: settings of Spring Boot under a prefix, or the environment alone. */
export type AddressSource = 'spring.data.redis' | 'spring.redis' | 'environment';

function placeholders(source: AddressSource): readonly (readonly [name: string, value: string])[] {
  const settings = [['host', 'REDIS_HOST', 'redis'], ['port', 'REDIS_PORT', '6379'], ['password', 'REDIS_PASSWORD', '']] as const;
  return settings.map(([name, variable, fallback]) =>
    [name, source === 'environment' ? `#{systemEnvironment['${variable}'] ?: '${fallback}'}` : `\${${source}.${name}:\${${variable}:${fallback}}}`]);
}

const imports = [
  'org.redisson.Redisson', 'org.redisson.api.RedissonClient', 'org.redisson.config.Config', 'org.springframework.beans.factory.annotation.Value',
  'org.springframework.context.annotation.Bean', 'org.springframework.context.annotation.Configuration',
];

/** The class that makes the client a bean, for a package that Spring scans. */
export function clientClass(packageName: string, source: AddressSource): string {
  const parameters = placeholders(source).map(([name, value]) => `            @Value("${value}") String ${name}`);
  return [
    ...(packageName === '' ? [] : [`package ${packageName};`, '']),
    ...imports.map((name) => `import ${name};`),
    '',
    '/** Redis for data that all replicas share (REDIS_HOST, REDIS_PORT, REDIS_PASSWORD). */',
    '@Configuration',
    'public class RedissonConfig {',
    '',
    '    @Bean(destroyMethod = "shutdown")',
    '    public RedissonClient redissonClient(',
    `${parameters.join(',\n')}) {`,
    '        Config config = new Config();',
    '        // Connects with the first call: the application also starts while Redis does not answer.',
    '        config.setLazyInitialization(true);',
    '        config.useSingleServer()',
    '                .setAddress("redis://" + host + ":" + port)',
    '                .setPassword(password.isEmpty() ? null : password);',
    '        return Redisson.create(config);',
    '    }',
    '}',
    '',
  ].join('\n');
}
