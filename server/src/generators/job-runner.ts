/** A bean's method that a started process shall run once. */
export interface RunnerInput {
  readonly package: string;
  /** Name of the class to write. */
  readonly className: string;
  /** Class of the bean, in the same package. */
  readonly bean: string;
  readonly method: string;
  /** Spring property that asks for it, and the value that does. */
  readonly property: string;
  readonly value: string;
}

/**
 * Lines of a class for Spring Boot 2 and 3 on Java 8 and newer: when the property asks for the job, it runs the method
 * once the application has started, and ends the process. An exception ends it with a code other than 0, so that
 * Kubernetes sees the failure.
 */
export function jobRunner(input: RunnerInput): readonly string[] {
  const { className, bean, method, property, value } = input;
  return [
    ...(input.package === '' ? [] : [`package ${input.package};`, '']),
    'import org.springframework.boot.ApplicationArguments;',
    'import org.springframework.boot.ApplicationRunner;',
    'import org.springframework.boot.SpringApplication;',
    'import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;',
    'import org.springframework.context.ApplicationContext;',
    'import org.springframework.core.annotation.Order;',
    'import org.springframework.stereotype.Component;',
    '',
    `/** Runs {@link ${bean}#${method}()} once and ends the process, when started with ${property}=${value}. */`,
    '@Component',
    '@Order',
    `@ConditionalOnProperty(name = "${property}", havingValue = "${value}")`,
    `class ${className} implements ApplicationRunner {`,
    '',
    `    private final ${bean} job;`,
    '    private final ApplicationContext context;',
    '',
    `    ${className}(${bean} job, ApplicationContext context) {`,
    '        this.job = job;',
    '        this.context = context;',
    '    }',
    '',
    '    @Override',
    '    public void run(ApplicationArguments arguments) throws Exception {',
    `        job.${method}();`,
    '        System.exit(SpringApplication.exit(context));',
    '    }',
    '}',
    '',
  ];
}

/** A process that ends as soon as it has started: what Spring Boot does before that was its work. */
export interface EndRunnerInput {
  readonly package: string;
  /** Name of the class to write. */
  readonly className: string;
  /** What is done by then, for the comment: `the schema is migrated`. */
  readonly done: string;
  readonly property: string;
  readonly value: string;
}

/**
 * Lines of a class for Spring Boot 2 and 3 on Java 8 and newer: it ends the process once the application has started,
 * behind the other runners, those of Spring Batch among them. A failure before that ends the process by itself.
 */
export function endRunner({ package: name, className, done, property, value }: EndRunnerInput): readonly string[] {
  return [
    ...(name === '' ? [] : [`package ${name};`, '']),
    'import org.springframework.boot.ApplicationArguments;',
    'import org.springframework.boot.ApplicationRunner;',
    'import org.springframework.boot.SpringApplication;',
    'import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;',
    'import org.springframework.context.ApplicationContext;',
    'import org.springframework.core.annotation.Order;',
    'import org.springframework.stereotype.Component;',
    '',
    `/** Ends the process when it was started with ${property}=${value}: ${done} by then. */`,
    '@Component',
    '@Order',
    `@ConditionalOnProperty(name = "${property}", havingValue = "${value}")`,
    `class ${className} implements ApplicationRunner {`,
    '',
    '    private final ApplicationContext context;',
    '',
    `    ${className}(ApplicationContext context) {`,
    '        this.context = context;',
    '    }',
    '',
    '    @Override',
    '    public void run(ApplicationArguments arguments) {',
    '        System.exit(SpringApplication.exit(context));',
    '    }',
    '}',
    '',
  ];
}
