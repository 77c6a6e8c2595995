/** Small files with known findings, for tests of the protocol; the rules themselves are tested by their cases. */

export const javaPath = 'src/main/java/shop/CartController.java';

export function controller(statement: string, name = 'CartController'): string {
  return `package shop;

import javax.servlet.http.HttpSession;

public class ${name} {
    void add(HttpSession session, Object cart) {
        ${statement}
    }
}
`;
}

export const sinfulController = controller('session.setAttribute("cart", cart);');
export const cleanController = controller('cart.toString();');
export const pom = '<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version></project>\n';

/** Runs its command under a shell, as root. */
export const dockerfile = 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD node server.js\n';

export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 2
  selector:
    matchLabels: { app: shop }
  template:
    metadata:
      labels: { app: shop }
    spec:
      containers:
        - name: shop
          image: registry.example.com/shop:1.0.0
          ports:
            - containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector: { app: shop }
  ports:
    - port: 80
      targetPort: 8080
`;

export const expressPackage = `${JSON.stringify({ name: 'shop', version: '1.0.0', scripts: { start: 'node server.js' }, dependencies: { express: '4.21.2' } }, undefined, 2)}\n`;
export const expressServer = "const express = require('express');\nexpress().get('/', (request, response) => response.send('ok')).listen(3000);\n";
