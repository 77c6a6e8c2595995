import assert from 'node:assert/strict';
import { pipeline, pipelines, told } from './harness.js';

describe('pipelines of GitLab', () => {
  it('follow templates, references and includes', async () => {
    const report = await pipeline({
      '.gitlab-ci.yml': `include:
  - local: /ci/deploy.yml
  - template: Security/SAST.gitlab-ci.yml
.base:
  before_script:
    - npm ci
unit:
  extends: .base
  script:
    # - npm run e2e
    - echo "docker build ."
    - npm test
docker:
  script:
    - docker build -t shop .
`,
      'ci/deploy.yml': 'production:\n  environment:\n    name: production\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n  script:\n    - kustomize build k8s/prod | kubectl apply -f -\n',
    });
    assert.deepEqual(told(report), { tests: ['npm run test'], image: ['docker build'], scans: ['Security/SAST.gitlab-ci.yml'], deploys: ['kubectl apply > kubernetes'], environments: ['production'] });
    assert.deepEqual(report.deploys[0]?.takes, ['k8s/prod']);
    assert.equal(report.deploys[0]?.starts, 'main');
  });

  it('for merge requests alone deliver nothing continuously', async () => {
    const report = await pipeline({ '.gitlab-ci.yml': 'workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\ntest:\n  script: [pytest]\n' });
    assert.deepEqual([report.starts, report.onMain], ['review', false]);
    const jobs = await pipeline({ '.gitlab-ci.yml': 'review:\n  only: [merge_requests]\n  script: [helm upgrade --install shop ./chart]\n' });
    assert.deepEqual([jobs.onMain, jobs.deploys[0]?.starts], [true, 'review']);
  });
});

describe('Jenkinsfiles', () => {
  it('are read without what is commented out or only printed', async () => {
    const report = await pipeline({
      Jenkinsfile: `pipeline {
  agent any
  stages {
    stage('Build') { steps {
      echo 'docker build'
      // sh 'mvn test'
      /* sh 'npm test' */
      sh 'mvn -B package -DskipTests' // see https://wiki.example/build
    } }
    stage('Check') { steps { withSonarQubeEnv('sonar') { sh "mvn sonar:sonar" } } }
    stage('Deploy to production') {
      when { branch 'main' }
      steps { dir('deploy') { sh '''
        set -e
        scp shop.jar shop@host.example:/opt/shop/
      ''' } }
    }
  }
}
`,
    });
    assert.deepEqual(told(report), { builds: ['mvn package'], lints: ['withSonarQubeEnv', 'mvn sonar:sonar'], deploys: ['scp > server'], environments: ['Deploy to production'] });
    assert.equal(report.onMain, true);
    assert.equal(report.deploys[0]?.range.startLine, 15);
  });

  it('say nothing of what starts them when a server does', async () => {
    const report = await pipeline({ 'ci/Jenkinsfile': "node {\n  stage('test') {\n    sh './gradlew check'\n  }\n}\n" });
    assert.deepEqual([told(report), report.starts, report.onMain], [{ tests: ['gradle check'] }, 'elsewhere', undefined]);
  });
});

describe('other pipelines', () => {
  it('of Azure read tasks with their inputs', async () => {
    const [main, review] = await pipelines({
      'azure-pipelines.yml': 'trigger:\n- main\nsteps:\n- task: Maven@4\n  inputs:\n    goals: verify\n- task: DotNetCoreCLI@2\n  inputs:\n    command: publish\n- task: KubernetesManifest@1\n  inputs:\n    manifests: $(Build.SourcesDirectory)/k8s\n',
      'ci/azure-pipelines-review.yml': 'trigger: none\npr: [main]\nsteps:\n- script: dotnet test\n',
    });
    assert.ok(main && review);
    assert.deepEqual(told(main), { tests: ['mvn verify'], builds: ['mvn verify', 'dotnet publish'], deploys: ['KubernetesManifest > kubernetes'] });
    assert.deepEqual(main.deploys[0]?.takes, ['k8s']);
    assert.deepEqual([told(review), review.onMain], [{ tests: ['dotnet test'] }, false]);
  });

  it('of Bitbucket read pipes and what each section is started by', async () => {
    const report = await pipeline({
      'bitbucket-pipelines.yml': 'pipelines:\n  pull-requests:\n    "**":\n      - step:\n          script: [pytest]\n  branches:\n    main:\n      - step:\n          deployment: production\n          script:\n            - pipe: atlassian/aws-ecs-deploy:1.6.2\n  custom:\n    check:\n      - step:\n          script: [trivy image shop]\n',
    });
    assert.deepEqual(told(report), { tests: ['pytest'], scans: ['trivy'], deploys: ['atlassian/aws-ecs-deploy > platform'], environments: ['production'] });
    assert.deepEqual([report.tests[0]?.starts, report.deploys[0]?.starts, report.scans[0]?.starts], ['review', 'main', 'demand']);
  });

  it('of CircleCI follow commands and orbs of workflows', async () => {
    const report = await pipeline({
      '.circleci/config.yml': 'version: 2.1\norbs:\n  ecr: circleci/aws-ecr@9\ncommands:\n  check:\n    steps:\n      - run: npm run test:unit\njobs:\n  test:\n    steps:\n      - check\n      - run:\n          command: npx eslint .\n  unused:\n    steps:\n      - run: cf push\nworkflows:\n  all:\n    jobs:\n      - test\n      - ecr/build-and-push-image:\n          repo: shop\n',
    });
    assert.deepEqual(told(report), { tests: ['npm run test:unit'], image: ['aws-ecr/build-and-push-image'], lints: ['eslint'] });
  });

  it('of Travis run the tests of a language without being told', async () => {
    assert.deepEqual(told(await pipeline({ '.travis.yml': 'language: java\nafter_success:\n  - docker push shop\ndeploy:\n  provider: heroku\n' })), { tests: ['mvn test'], image: ['docker push'], deploys: ['heroku > platform'] });
    assert.deepEqual(told(await pipeline({ '.travis.yml': 'language: java\nscript: ./mvnw -q package -Dmaven.test.skip=true\n' })), { builds: ['mvn package'] });
  });

  it('of Drone read plugins, triggers and several documents', async () => {
    const [check, ship] = await pipelines({ '.drone.yml': 'kind: pipeline\nname: check\ntrigger:\n  event: [pull_request]\nsteps:\n  - name: test\n    image: golang\n    commands: [go test ./...]\n---\nkind: pipeline\nname: ship\ntrigger:\n  event: [push]\nsteps:\n  - name: image\n    image: plugins/docker:20\n  - name: roll out\n    image: appleboy/drone-ssh\n' });
    assert.ok(check && ship);
    assert.deepEqual([told(check), check.starts], [{ tests: ['go test'] }, 'review']);
    assert.deepEqual([told(ship), ship.starts], [{ image: ['plugins/docker'], deploys: ['appleboy/drone-ssh > server'] }, 'main']);
  });

  it('of clouds do not say what starts them', async () => {
    const spec = await pipeline({ 'buildspec.yml': 'version: 0.2\nphases:\n  build:\n    commands:\n      - mvn -q verify\n      - docker push $REPO\n' });
    assert.deepEqual([told(spec), spec.onMain], [{ tests: ['mvn verify'], builds: ['mvn verify'], image: ['docker push'] }, undefined]);
    const cloud = await pipeline({ 'cloudbuild.yaml': "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, shop, .]\n  - name: gcr.io/google.com/cloudsdktool/cloud-sdk\n    entrypoint: bash\n    args:\n      - -c\n      - |\n        # gcloud app deploy\n        gcloud run deploy shop --image shop\nimages: [shop]\n" });
    assert.deepEqual(told(cloud), { image: ['docker build', 'images'], deploys: ['gcloud run deploy > platform'] });
  });

  it('of Tekton and Argo run containers', async () => {
    const [build, check] = await pipelines({
      'tekton/build.yaml': 'apiVersion: tekton.dev/v1\nkind: Pipeline\nmetadata:\n  name: build\nspec:\n  tasks:\n    - name: image\n      taskRef:\n        name: kaniko\n    - name: unit\n      taskSpec:\n        steps:\n          - image: maven:3\n            script: |\n              #!/bin/sh\n              mvn -B test\n',
      'tekton/check.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: check-\nspec:\n  templates:\n    - name: lint\n      container:\n        image: golang\n        command: [sh, -c]\n        args: ["golangci-lint run ./..."]\n',
      'data/report.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  name: report\nspec:\n  templates:\n    - name: sum\n      container:\n        image: python\n        command: [python, sum.py]\n',
    });
    assert.ok(build && check);
    assert.deepEqual(told(build), { tests: ['mvn test'], image: ['kaniko'] });
    assert.deepEqual(told(check), { lints: ['golangci-lint'] });
  });

  it('in folders of libraries are none of this workspace', async () => {
    assert.deepEqual(await pipelines({ 'lib/cart/.travis.yml': 'language: go\n', 'lib/cart/.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: go test ./...\n' }), []);
  });
});
