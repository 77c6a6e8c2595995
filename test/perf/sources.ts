/** Source text as a monolith has it: long classes with some state, some files, some schedules, and much that is harmless. */

const lines = 2000;

export function javaFile(name = 'OrderService', length = lines): string {
  const head = [
    'package shop.order;', '', 'import java.io.FileOutputStream;', 'import java.util.HashMap;', 'import java.util.Map;', 'import javax.servlet.http.HttpServletRequest;',
    'import javax.servlet.http.HttpSession;', 'import org.springframework.scheduling.annotation.Scheduled;', 'import org.springframework.stereotype.Service;', '',
    '@Service', `public class ${name} {`, '    private static final Map<String, Integer> counters = new HashMap<>();',
  ];
  const method = (index: number): string[] => [
    '', `    /** Adds position ${index} to the order of the member. */`, `    public int add${index}(HttpServletRequest request, String sku, int count) {`,
    '        HttpSession session = request.getSession();', '        int sum = 0;', '        for (int position = 0; position < count; position++) {',
    '            if (sku.startsWith("A") && position % 2 == 0) {', '                sum += position * 3;', '            } else {', '                sum -= 1;', '            }', '        }',
    ...(index % 10 === 0 ? [`        sum += session.getAttribute("${name}.order${index}") == null ? 0 : 1;`, `        session.setAttribute("${name}.order${index}", sku);`, '        counters.put(sku, sum);'] : [`        String label = String.format("%s-%d", sku, ${index});`, '        request.setAttribute("label", label);']),
    '        return counters.getOrDefault(sku, sum);', '    }',
  ];
  return grow(head, method, ['}', ''], length);
}

export function typescriptFile(length = lines): string {
  const head = ["import express from 'express';", "import session from 'express-session';", "import { writeFileSync } from 'node:fs';", '', 'export const app = express();', "app.use(session({ secret: process.env.SECRET ?? '', resave: false, saveUninitialized: false }));", 'const carts = new Map<string, string[]>();'];
  const method = (index: number): string[] => [
    '', `/** Adds position ${index} to the order. */`, `app.post('/orders/${index}', (request, response) => {`, '  let sum = 0;', '  for (let position = 0; position < 10; position++) {',
    "    if (request.path.startsWith('/a') && position % 2 === 0) {", '      sum += position * 3;', '    } else {', '      sum -= 1;', '    }', '  }',
    ...(index % 10 === 0 ? [`  carts.set(request.ip ?? '', ['order${index}']);`, `  writeFileSync('./uploads/order${index}.json', JSON.stringify({ sum }));`] : [`  const label = \`\${sum}-${index}\`;`, '  response.locals.label = label;']),
    '  response.json({ sum });', '});',
  ];
  return grow(head, method, ['', 'setInterval(() => carts.clear(), 60_000);', ''], length);
}

function grow(head: readonly string[], method: (index: number) => readonly string[], tail: readonly string[], length: number): string {
  const all = [...head];
  for (let index = 0; all.length < length - tail.length - 17; index++) all.push(...method(index));
  while (all.length < length - tail.length) all.push('    // end');
  return [...all, ...tail].join('\n');
}

/** A Deployment with its Service, autoscaler and configuration, about 11 kB; `request` is the line that the autoscaler needs. */
export function manifest(name: string, request = '              cpu: 250m'): string {
  const settings = Array.from({ length: 68 }, (_, index) => `    ${name}.setting-${index}.description: "What number ${index} of ${name} is about, in a line as long as such lines are"`);
  const variables = Array.from({ length: 30 }, (_, index) => `            - name: SETTING_${index}\n              valueFrom:\n                configMapKeyRef: { name: ${name}, key: ${name}.setting-${index}.description }`);
  return [
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  labels: { app: ${name} }\nspec:\n  selector:\n    matchLabels: { app: ${name} }\n  template:\n    metadata:\n      labels: { app: ${name} }`,
    `    spec:\n      containers:\n        - name: app\n          image: registry.example/${name}:1.4.2\n          ports: [{ name: http, containerPort: 8080 }]\n          resources:\n            requests:\n              memory: 512Mi\n${request}`,
    `          readinessProbe:\n            httpGet: { path: /readyz, port: http }\n          env:\n${variables.join('\n')}`,
    `---\napiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector: { app: ${name} }\n  ports: [{ port: 80, targetPort: http }]`,
    `---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  application.properties: |\n${settings.join('\n')}\n`,
  ].join('\n');
}

export function autoscaler(name: string): string {
  return `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: ${name}\nspec:\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }\n  minReplicas: 2\n  maxReplicas: 10\n  metrics:\n    - type: Resource\n      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }\n`;
}

/** 900 YAML files, 10 MB: a platform with many small services. */
export function platform(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < 800; index++) files[`team-${index % 20}/service-${index}/app.yaml`] = manifest(`service-${index}`);
  for (let index = 0; index < 100; index++) files[`team-${index % 20}/service-${index}/hpa.yaml`] = autoscaler(`service-${index}`);
  return files;
}

/** Files of a workspace with 3,000 Java classes and 400 TypeScript modules. */
export function monolith(): Record<string, string> {
  const files: Record<string, string> = {
    'pom.xml': '<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version><packaging>war</packaging></project>\n',
    'web/package.json': '{ "name": "web", "dependencies": { "express": "4.21.2", "express-session": "1.18.1" } }\n',
    'k8s/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  replicas: 2\n  selector: { matchLabels: { app: shop } }\n  template:\n    metadata: { labels: { app: shop } }\n    spec:\n      containers: [{ name: shop, image: shop:1 }]\n',
  };
  for (let index = 0; index < 3000; index++) files[`src/main/java/shop/p${index % 60}/Service${index}.java`] = javaFile(`Service${index}`, index % 50 === 0 ? 900 : 120);
  // What nobody names is not told of.
  files['src/main/resources/META-INF/services/shop.Service'] = ['OrderService', ...Array.from({ length: 3000 }, (_, index) => `Service${index}`)].map((name) => `shop.order.${name}\n`).join('');
  for (let index = 0; index < 400; index++) files[`web/src/m${index % 20}/module${index}.ts`] = typescriptFile(index % 50 === 0 ? 900 : 120);
  return files;
}
