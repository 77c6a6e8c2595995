/** JSON Schema of scenarios: what is checked before one is simulated. Fields that a scenario may have beside these are left alone. */

const count = { type: 'integer', minimum: 0 } as const;
const amount = { type: 'number', minimum: 0 } as const;
const amounts = { type: 'object', additionalProperties: amount } as const;
const quantity = { type: ['string', 'number'] } as const;

function object(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required, properties };
}

function listOf(items: object): object {
  return { type: 'array', items };
}

const target = {
  ...object(['type'], { type: { enum: ['Utilization', 'Value', 'AverageValue'] }, averageUtilization: { type: 'integer', minimum: 1 }, value: quantity, averageValue: quantity }),
  anyOf: [{ required: ['averageUtilization'] }, { required: ['value'] }, { required: ['averageValue'] }],
};
const resource = { type: 'string' };
const named = object(['metric', 'target'], { metric: object(['name'], { name: { type: 'string' } }), target });

/** A metric has a part that is named after its type. */
function metric(type: string, part: string, shape: object): object {
  return { if: object(['type'], { type: { const: type } }), then: object([part], { [part]: shape }) };
}

const metrics = listOf({
  ...object(['type'], { type: { enum: ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'] } }),
  allOf: [
    metric('Resource', 'resource', object(['name', 'target'], { name: resource, target })),
    metric('ContainerResource', 'containerResource', object(['name', 'container', 'target'], { name: resource, container: { type: 'string' }, target })),
    metric('Pods', 'pods', named), metric('Object', 'object', named), metric('External', 'external', named),
  ],
});

const rules = object([], {
  stabilizationWindowSeconds: { type: 'integer', minimum: 0, maximum: 3600 },
  selectPolicy: { enum: ['Max', 'Min', 'Disabled'] },
  policies: { ...listOf(object(['type', 'value', 'periodSeconds'], { type: { enum: ['Pods', 'Percent'] }, value: { type: 'integer', minimum: 1 }, periodSeconds: { type: 'integer', minimum: 1, maximum: 1800 } })), minItems: 1 },
  tolerance: quantity,
});

/** The part of an autoscaling/v2 spec that decides how many pods there are. */
export const hpaSchema = object(['maxReplicas'], { minReplicas: count, maxReplicas: { type: 'integer', minimum: 1 }, metrics, behavior: object([], { scaleUp: rules, scaleDown: rules }) });
const controller = object([], { syncPeriodSeconds: { type: 'number', exclusiveMinimum: 0 }, tolerance: amount, downscaleStabilizationSeconds: amount, cpuInitializationPeriodSeconds: amount, initialReadinessDelaySeconds: amount });
const containers = listOf(object(['name'], { name: { type: 'string' }, cpuRequestMillicores: amount, memoryRequestMebibytes: amount }));
const common = { id: { type: 'string' }, hpa: hpaSchema, controller, clusterVersion: { type: 'string', pattern: '^\\d+\\.\\d+$' } };

const pods = listOf(object(['phase'], {
  phase: { type: 'string' }, deleting: { type: 'boolean' }, ready: { type: 'boolean' },
  startedSecondsAgo: { type: 'number' }, readyChangedSecondsAgo: { type: 'number' }, metricAgeSeconds: amount, metricWindowSeconds: amount,
  cpuMillicores: amounts, memoryMebibytes: amounts, podMetrics: amounts,
}));
const step = object(['kind', 'id', 'hpa', 'currentReplicas', 'containers'], {
  ...common, kind: { const: 'step' }, currentReplicas: count, containers, pods,
  externalMetrics: { type: 'object', additionalProperties: listOf(amount) },
  objectMetrics: { type: 'object', additionalProperties: { anyOf: [amount, listOf(amount)] } },
});

const workload = object(['initialReplicas', 'containers', 'readyAfterSeconds', 'metricsAfterSeconds', 'metricWindowSeconds'], {
  initialReplicas: count, containers, cpuLimitMillicores: amount, readyAfterSeconds: amount, metricsAfterSeconds: amount, metricWindowSeconds: amount, startupCpuMillicores: amount,
});
const trace = object(['kind', 'id', 'hpa', 'workload', 'demand', 'durationSeconds'], {
  ...common, kind: { const: 'trace' }, workload, durationSeconds: amount,
  demand: { ...listOf({ type: 'array', items: amount, minItems: 2, maxItems: 2 }), minItems: 1 },
});

/** For a validator that knows OpenAPI's `discriminator`, so that errors speak of the kind that is meant. */
export const scenarioSchema: object = { type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' }, oneOf: [step, trace] };
