import type { Client } from './spring-session-plan.js';

/** A value from the environment, in Spring's expression language: XML beans resolve it without any placeholder support. */
function environment(name: string, fallback: string): string {
  return `#{systemEnvironment['${name}'] ?: ${fallback}}`;
}

const host = environment('REDIS_HOST', "'redis'");
const port = environment('REDIS_PORT', '6379');
const password = environment('REDIS_PASSWORD', "''");

const factories: Readonly<Record<Client['driver'], readonly string[]>> = {
  lettuce: [
    '<bean class="org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory">',
    '    <constructor-arg>',
    '        <bean class="org.springframework.data.redis.connection.RedisStandaloneConfiguration">',
    `            <property name="hostName" value="${host}"/>`,
    `            <property name="port" value="${port}"/>`,
    `            <property name="password" value="#{T(org.springframework.data.redis.connection.RedisPassword).of(systemEnvironment['REDIS_PASSWORD'] ?: '')}"/>`,
    '        </bean>',
    '    </constructor-arg>',
    '</bean>',
  ],
  jedis: [
    '<bean class="org.springframework.data.redis.connection.jedis.JedisConnectionFactory">',
    `    <property name="hostName" value="${host}"/>`,
    `    <property name="port" value="${port}"/>`,
    `    <property name="password" value="${password}"/>`,
    '</bean>',
  ],
};

/**
 * Spring XML that keeps sessions in Redis. `minutes` is the time-out that web.xml states, which Spring Session does not
 * read from there.
 */
export function sessionBeans(client: Client, minutes: number): string {
  const timeout = client.duration
    ? `<property name="maxInactiveInterval" value="#{T(java.time.Duration).ofMinutes(${minutes})}"/>`
    : `<property name="maxInactiveIntervalInSeconds" value="${minutes * 60}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<beans xmlns="http://www.springframework.org/schema/beans"',
    '       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '       xmlns:context="http://www.springframework.org/schema/context"',
    '       xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd',
    '                           http://www.springframework.org/schema/context http://www.springframework.org/schema/context/spring-context.xsd">',
    '',
    '    <!-- HTTP sessions live in Redis (REDIS_HOST, REDIS_PORT, REDIS_PASSWORD). What is stored in them has to be Serializable. -->',
    '    <context:annotation-config/>',
    '',
    '    <bean class="org.springframework.session.data.redis.config.annotation.web.http.RedisHttpSessionConfiguration">',
    `        ${timeout}`,
    '    </bean>',
    '',
    ...factories[client.driver].map((line) => `    ${line}`),
    '</beans>',
    '',
  ].join('\n');
}
