import { bootJar, multiModule, node, war, type Files } from './workspaces.js';

/** Small applications for the tests of everything that is generated for clusters and pipelines. */

const boot = (starter: string): string => `<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-${starter}</artifactId></dependency>`;

function withDependencies(files: Files, ...dependencies: readonly string[]): Files {
  return { ...files, 'pom.xml': (files['pom.xml'] ?? '').replace('<dependencies>', `<dependencies>${dependencies.join('')}`) };
}

function worker(...dependencies: readonly string[]): Files {
  const files = bootJar('3.4.2', '21');
  return { ...files, 'pom.xml': (files['pom.xml'] ?? '').replace(/<dependencies>.*<\/dependencies>/, `<dependencies>${dependencies.join('')}</dependencies>`) };
}

/** A shop with settings, a health check, a job, uploads, a session store and a database. */
const bootShop = withDependencies(bootJar('3.4.2', '17', {
  'src/main/resources/application.yml': `server:
  port: 8081
  shutdown: graceful
spring:
  lifecycle:
    timeout-per-shutdown-phase: 45s
  datasource:
    url: \${DB_URL:jdbc:postgresql://localhost:5432/shop}
    username: shop
    password: Sh0p!2024
  data:
    redis:
      host: redis.internal
shop:
  upload-dir: /data/uploads
  mail:
    sender: \${MAIL_SENDER}
`,
  'src/main/resources/application-dev.yml': 'spring:\n  datasource:\n    url: jdbc:h2:mem:dev\n',
  'src/main/java/kr/co/shop/Scheduling.java': 'package kr.co.shop;\n\n@org.springframework.scheduling.annotation.EnableScheduling\n@org.springframework.context.annotation.Configuration\nclass Scheduling {}\n',
  'src/main/java/kr/co/shop/OrderTask.java': `package kr.co.shop;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class OrderTask {
    private final OrderMapper orders;

    OrderTask(OrderMapper orders) {
        this.orders = orders;
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Seoul")
    public void report() {
        orders.insertDailyReport();
    }
}
`,
}), boot('actuator'), boot('data-redis'), '<dependency><groupId>org.springframework.session</groupId><artifactId>spring-session-data-redis</artifactId></dependency>', '<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency>');

const expressShop = node(
  { name: '@acme/cart-api', version: '2.3.0', private: true, scripts: { start: 'node server.js' }, dependencies: { express: '^4.21.0', 'express-session': '^1.18.0', 'connect-redis': '^7.1.0', redis: '^4.7.0', pg: '^8.13.0' } },
  {
    'package-lock.json': '{}\n',
    'server.js': `const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');
const { createClient } = require('redis');
const { LOG_LEVEL } = process.env;

const app = express();
const client = createClient({ url: process.env.REDIS_URL || 'redis://localhost:6379' });
app.use(session({ store: new RedisStore({ client }), secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
app.get('/healthz', (req, res) => res.send('ok'));
app.get('/readyz', (req, res) => res.send('ok'));
const server = app.listen(process.env.PORT || 4000, () => console.log(LOG_LEVEL, process.env['FEATURE_FLAGS'] ?? 'none: "x"'));
process.on('SIGTERM', () => server.close());
`,
    'test/server.test.js': 'console.log(process.env.ONLY_FOR_TESTS);\n',
    '.env.example': 'DATABASE_URL=postgres://shop:hunter22@localhost:5432/shop\nPAYMENT_URL=https://pay.example.com # sandbox\n',
  },
);

const nestShop = node(
  { name: 'catalog', version: '0.4.1', private: true, scripts: { build: 'nest build', start: 'nest start', 'start:prod': 'node dist/main' }, dependencies: { '@nestjs/core': '^10.4.0', '@nestjs/common': '^10.4.0', '@nestjs/platform-express': '^10.4.0', mysql2: '^3.11.0' }, devDependencies: { '@nestjs/cli': '^10.4.0' } },
  { 'package-lock.json': '{}\n', 'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  app.enableShutdownHooks();\n  await app.listen(process.env.PORT ?? 3000);\n}\nbootstrap();\n", 'src/app.module.ts': "import { Controller, Get, Module } from '@nestjs/common';\n\n@Controller('health')\nclass HealthController {\n  @Get()\n  check() {\n    return 'ok';\n  }\n}\n\n@Module({ controllers: [HealthController] })\nexport class AppModule {}\n" },
);

const mailWorker: Files = {
  ...worker(boot('amqp')),
  'src/main/java/kr/co/shop/MailListener.java': 'package kr.co.shop;\n\nimport org.springframework.amqp.rabbit.annotation.RabbitListener;\nimport org.springframework.stereotype.Component;\n\n@Component\nclass MailListener {\n    @RabbitListener(queues = "mails")\n    void send(String mail) {\n        System.out.println(mail);\n    }\n}\n',
  'src/main/resources/application.properties': 'spring.rabbitmq.addresses=${RABBITMQ_URL}\n',
};

const orderWorker: Files = {
  ...worker('<dependency><groupId>org.springframework.kafka</groupId><artifactId>spring-kafka</artifactId></dependency>', boot('data-jpa'), '<dependency><groupId>org.flywaydb</groupId><artifactId>flyway-core</artifactId></dependency>', '<dependency><groupId>com.mysql</groupId><artifactId>mysql-connector-j</artifactId></dependency>'),
  'src/main/resources/db/migration/V1__orders.sql': 'CREATE TABLE orders (id BIGINT PRIMARY KEY);\n',
  'src/main/resources/application.properties': 'spring.kafka.bootstrap-servers=kafka-1:9092,kafka-2:9092\nspring.jpa.hibernate.ddl-auto=update\nspring.datasource.url=jdbc:mysql://db:3306/orders\n',
  'src/main/java/kr/co/shop/OrderListener.java': 'package kr.co.shop;\n\nimport org.springframework.kafka.annotation.KafkaListener;\nimport org.springframework.stereotype.Component;\n\n@Component\nclass OrderListener {\n    @KafkaListener(topics = "orders", groupId = "order-worker")\n    void take(String order) {\n        System.out.println(order);\n    }\n}\n',
};

const legacyWar: Files = war('javax', '3.1.0', '1.8', {
  'src/main/webapp/WEB-INF/web.xml': '<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="3.1"><servlet-mapping><servlet-name>health</servlet-name><url-pattern>/health</url-pattern></servlet-mapping></web-app>\n',
  'src/main/resources/spring/context.xml': '<beans xmlns="http://www.springframework.org/schema/beans" xmlns:context="http://www.springframework.org/schema/context"><context:property-placeholder location="classpath:shop.properties"/><bean id="dataSource" class="org.apache.commons.dbcp2.BasicDataSource"><property name="url" value="${jdbc.url}"/><property name="username" value="${jdbc.username}"/><property name="password" value="${jdbc.password}"/></bean></beans>\n',
  'src/main/resources/shop.properties': '# 운영\njdbc.url=jdbc:mysql://10.0.3.7:3306/shop\njdbc.username=shop\njdbc.password=shop#2017\nupload.dir=/data/shop/upload\nreport.url=http://report.internal/never-asked-for\n',
});

function twoModules(): Files {
  const files = multiModule();
  const second = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('web/')).map(([path, text]) => [path.replace('web/', 'admin/'), text.replaceAll('shop-web', 'shop-admin').replace('9090', '9191')]));
  return { ...files, ...second, 'pom.xml': (files['pom.xml'] ?? '').replace('<module>web</module>', '<module>web</module><module>admin</module>') };
}

const fastApi: Files = {
  'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.32.0\npsycopg2-binary==2.9.10\n',
  'main.py': 'import os\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\nKEY = os.environ["API_KEY"]\nREGION = os.getenv("REGION", "kr")\n\n\n@app.get("/healthz")\ndef health():\n    return {"ok": True}\n',
};

const django: Files = {
  'requirements.txt': 'Django==5.1.2\ngunicorn==23.0.0\nmysqlclient==2.2.4\n',
  'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "library.settings")\n',
  'library/__init__.py': '', 'library/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
  'library/settings.py': 'import os\n\nSECRET_KEY = os.environ["DJANGO_SECRET_KEY"]\nALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "library.example.com").split(",")\nMEDIA_ROOT = "/srv/media"\n# os.environ["OLD_SETTING"]\n',
  'library/migrations/__init__.py': '', 'library/migrations/0001_initial.py': 'from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    operations = []\n',
  'gunicorn.conf.py': 'graceful_timeout = 45\nworkers = 1\n',
};

const goService: Files = {
  'go.mod': 'module example.com/acme/stock\n\ngo 1.23\n\nrequire github.com/jackc/pgx/v5 v5.7.1\n',
  'go.sum': '',
  'main.go': 'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})\n\thttp.HandleFunc("/readyz", func(w http.ResponseWriter, r *http.Request) {})\n\t_ = os.Getenv("STOCK_DSN")\n\thttp.ListenAndServe(":9000", nil)\n}\n',
};

const dotnet: Files = {
  'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Npgsql" Version="10.0.0" /></ItemGroup></Project>\n',
  'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddHealthChecks();\nvar app = builder.Build();\napp.MapHealthChecks("/healthz");\nvar key = Environment.GetEnvironmentVariable("PAYMENT_API_KEY");\napp.Run();\n',
};

const php: Files = {
  'composer.json': '{ "name": "acme/forum", "require": { "php": "^8.3", "laravel/framework": "^11.0", "predis/predis": "^2.2" } }\n', 'composer.lock': '{}\n', artisan: '#!/usr/bin/env php\n',
  'public/index.php': "<?php\nrequire __DIR__.'/../vendor/autoload.php';\n", 'bootstrap/app.php': '<?php\n', 'config/app.php': "<?php\nreturn ['name' => env('APP_NAME', 'Forum'), 'key' => env('APP_KEY')];\n",
  'database/migrations/2026_01_01_000000_create_posts.php': '<?php\n', '.env.example': 'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_DATABASE=forum\nDB_USERNAME=forum\nDB_PASSWORD=\n',
};

/** Names that no object may have as they are. */
const oddNames: Files = node({ name: '@Ünï_cödé/007', version: '1.0.0-rc.1+build', private: true, scripts: { start: 'node server.js' }, dependencies: { express: '^4.21.0' } }, { 'package-lock.json': '{}\n', 'server.js': "const app = require('express')();\nconst greeting = process.env.GREETING || '{{ not a template }}';\nconst mode = process.env.MODE || 'yes';\nconst octal = process.env.CODE || '0777';\nconst price = process.env.PRICE || '$5 #each';\napp.listen(3000, () => console.log(greeting, mode, octal, price));\n" });

/** Settings of .NET, with a database that has an account and one in a file. */
const dotnetStore: Files = {
  'Store.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.SqlServer" Version="10.0.0" /></ItemGroup></Project>\n',
  'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/healthz", () => "ok");\napp.Run();\n',
  'appsettings.json': JSON.stringify({
    ConnectionStrings: { Store: 'Server=.;Database=Store;User Id=sa;Password=Sh0p!2024', Cache: 'Data Source=cache.db' }, AllowedHosts: '*', Logging: { Endpoint: 'http://localhost:5341' },
    Payment: { ApiKey: 'hunter22', BaseUrl: 'https://pay.example.com', Retries: 3 }, TokenLifetime: { Enabled: true },
  }),
  'appsettings.Development.json': JSON.stringify({ Payment: { SandboxUrl: 'https://sandbox.example.com' } }),
};

export const clusterWorkspaces: Readonly<Record<string, Files>> = {
  'boot-shop': bootShop,
  'boot-shop-openshift': { ...bootShop, 'monolift.yaml': 'target: openshift\n' },
  'boot-plain-1.29': bootJar('2.7.18', '11', { 'src/main/resources/application.properties': 'server.servlet.context-path=/shop\n', 'src/main/java/kr/co/shop/StatusController.java': 'package kr.co.shop;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/api")\nclass StatusController {\n    @GetMapping("/health")\n    String health() {\n        return "ok";\n    }\n}\n', 'monolift.yaml': 'clusterVersion: "1.29"\n' }),
  'legacy-war': legacyWar,
  'express-shop': expressShop,
  'express-gateway': { ...expressShop, 'infra/gateway.yaml': 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: public\nspec:\n  gatewayClassName: envoy\n  listeners:\n    - name: http\n      port: 80\n      protocol: HTTP\n' },
  'nest-shop': nestShop,
  'mail-worker': mailWorker,
  'order-worker': orderWorker,
  'fast-api': fastApi,
  django, 'go-service': goService, dotnet, 'dotnet-store': dotnetStore, php, 'odd-names': oddNames,
};

export const twoApplications = twoModules();
