import type { DeployTarget, Work } from './kinds.js';
import type { Done } from './work.js';

type Component = readonly [Work, RegExp, DeployTarget?];

/** Actions of GitHub and their like (Forgejo), by owner and name without version. */
const actions: readonly Component[] = [
  ['image', /^(?:docker\/(?:build-push-action|bake-action)|redhat-actions\/(?:buildah-build|push-to-registry)|(?:useblacksmith|depot)\/(?:build-push-action|bake-action)|whoan\/docker-build-with-cache-action|elgohr\/publish-docker-github-action|mr-smithers-excellent\/docker-build-push|buildpacks\/github-actions\/(?!setup)\S*|aevea\/action-kaniko|macbre\/push-to-ghcr|makeplane\/actions\/build-push|home-assistant\/builder|ilteoood\/docker_buildx|zenika-open-source\/\S*kaniko\S*|crazy-max\/ghaction-docker-\w+|azure\/acr-build|azure\/docker-push)$|reusable-docker-build|\/docker-build-push\b/],
  ['deploys', /^(?:azure\/(?:k8s-deploy|k8s-bake-deploy|aks-helm-deploy)|google-github-actions\/(?:deploy-gke|create-cloud-deploy-release)|deliverybot\/helm|koslib\/helm-eks-action|kodermax\/kubectl-aws-eks|actions-hub\/kubectl|steebchen\/kubectl|redhat-actions\/(?:openshift-deploy|oc-new-app)|clowdhaus\/argo-cd-action|okteto\/deploy\S*|omegion\/argocd-app-actions|wahyd4\/kubectl-helm-action|vimeda\/helm|bitovi\/github-actions-deploy-eks-helm|glopezep\/helm|j12934\/helm3-action|stevehipwell\/helmfile-action|helmfile\/helmfile-action|werf\/actions\/converge)$/, 'kubernetes'],
  ['deploys', /^(?:azure\/(?:webapps-deploy|webapps-container-deploy|container-apps-deploy-action|functions-action|functions-container-action|spring-apps-deploy|aci-deploy|static-web-apps-deploy|appservice-\S+)|google-github-actions\/(?:deploy-cloudrun|deploy-appengine|deploy-cloud-functions)|aws-actions\/(?:amazon-ecs-deploy-task-definition|amazon-ecs-deploy-express-service|aws-cloudformation-github-deploy|aws-lambda-deploy)|einaregilsson\/beanstalk-deploy|akhileshns\/heroku-deploy|cloudflare\/(?:wrangler-action|pages-action)|amondnet\/vercel-action|nwtgck\/actions-netlify|netlify\/actions\S*|digitalocean\/app_action\S*|serverless\/github-action|dflook\/terraform-apply|firebaseextended\/action-hosting-deploy|citizen-of-planet-earth\/cf-cli-action|superfly\/flyctl-actions|johnbeynon\/render-deploy-action|jorgelbg\/dokku-action|dokku\/github-action|caprover\/deploy-from-github)$/, 'platform'],
  ['deploys', /^(?:appleboy\/(?:ssh-action|scp-action)|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|samkirkland\/ftp-deploy-action|dawidd6\/action-ansible-playbook|cross-the-world\/ssh-scp-ssh-pipelines|deployphp\/action|wlixcc\/sftp-deploy-action|garygrossgarten\/github-action-(?:ssh|scp)|fifsky\/ssh-action|up9cloud\/action-rsync|sagebind\/docker-swarm-deploy-action|cssnr\/stack-deploy-action|contention\/rsync-deployments)$/, 'server'],
  ['lints', /^(?:golangci\/golangci-lint-action|(?:super-linter|github)\/super-linter(?:\/\w+)?|reviewdog\/(?!action-setup)\S+|pre-commit\/action|j178\/prek-action|(?:chartboost\/ruff-action|astral-sh\/ruff-action)|psf\/black|sonarsource\/\S+|ludeeus\/action-shellcheck|redhat-plumbers-in-action\/differential-shellcheck|dominikh\/staticcheck-action|wearerequired\/lint-action|oxsecurity\/megalinter(?:\/\w+)*|ibiqlik\/action-yamllint|karancode\/yamllint-github-action|frenck\/action-yamllint|stackrox\/kube-linter-action|zegl\/kube-score\S*|codacy\/codacy-analysis-cli-action|rhysd\/actionlint|raven-actions\/actionlint|py-actions\/flake8|oskarstark\/(?:php-cs-fixer|phpstan)-ga|php-actions\/(?:phpstan|phpcs)|aglipanci\/laravel-pint-action|paambaati\/codeclimate-action|jetbrains\/qodana-action|bufbuild\/(?:buf-lint-action|buf-action)|terraform-linters\/tflint\S*|dotnet\/format)$/],
  ['scans', /^(?:github\/codeql-action\/(?:analyze|upload-sarif)|aquasecurity\/(?:trivy-action|tfsec-action|tfsec-sarif-action)|lazy-actions\/gitrivy|snyk\/actions\/\S+|anchore\/(?:scan-action|sbom-action)|docker\/scout-action|gitleaks\/gitleaks-action|zricethezav\/gitleaks-action|trufflesecurity\/trufflehog|(?:returntocorp|semgrep)\/\S+|bridgecrewio\/\S+|hadolint\/hadolint-action|zaproxy\/action-\S+|dependency-check\/\S+|actions\/dependency-review-action|ossf\/scorecard-action|golang\/govulncheck-action|securego\/gosec|fossas?\/fossa-action|zizmorcore\/zizmor-action|pypa\/gh-action-pip-audit|google\/osv-scanner(?:-action)?\S*|checkmarx\/\S+|veracode\/\S+|azure\/container-scan|crazy-max\/ghaction-container-scan|(?:mend|whitesource)\S*\/\S+|rustsec\/audit-check|actions-rs\/audit-check|symfonycorp\/security-checker-action|kubescape\/github-action|controlplaneio\/kubesec-action|stackhawk\/hawkscan-action|sysdiglabs\/scan-action|jfrog\/frogbot|datadog\/datadog-(?:sca|static)\S*|advanced-security\/\S+|cyclonedx\/\S+|mondoohq\/\S+|endorlabs\/\S+|shiftleftsecurity\/scan-action|goodwithtech\/dockle-action|erzz\/dockle-action)$/],
  ['tests', /^(?:cypress-io\/github-action|grafana\/run-k6-action|php-actions\/phpunit|matt-ball\/newman-action|apache\/rocketmq-test-tool|reactivecircus\/android-emulator-runner)$/],
  ['builds', /^(?:goreleaser\/goreleaser-action|snapcore\/action-build|pypa\/cibuildwheel|hynek\/build-and-inspect-python-package|samuelmeuli\/action-electron-builder|tauri-apps\/tauri-action|wangyoucao577\/go-release-action)$/],
];

/** Tasks of Azure Pipelines whose name alone tells; those that take a goal or a command are read with it. */
const tasks: readonly Component[] = [
  ['tests', /^vstest$/], ['builds', /^(?:vsbuild|msbuild|ant|xcode|goreleaser)$/],
  ['image', /^(?:dockercompose|containerbuild|acrbuildtask)$/],
  ['deploys', /^(?:kubernetesmanifest|kubernetes|kubectl)$/, 'kubernetes'],
  ['deploys', /^(?:azurewebapp|azurewebappcontainer|azurermwebappdeployment|azureappservicemanage|azurecontainerapps|azurefunctionapp\w*|azurespringcloud|azurestaticwebapp|azureresourcemanagertemplatedeployment|azureresourcegroupdeployment|azurecloudpowershelldeployment|elasticbeanstalkdeploy\w*|beanstalkdeployapplication|ecsdeploy|cloudrundeploy|awscloudformation\w*|lambdadeployfunction)$/, 'platform'],
  ['deploys', /^(?:ssh|copyfilesoverssh|iiswebappdeploymentonmachinegroup|iiswebappmanagementonmachinegroup|windowsmachinefilecopy|ftpupload|ansible)$/, 'server'],
  ['lints', /^(?:sonarqube(?:analyze|prepare|publish)|sonarcloud(?:analyze|prepare|publish))$/],
  ['scans', /^(?:whitesource\w*|mend\w*|snyksecurityscan|trivy|dependency-check-build-task|credscan|advancedsecurity-\S+|microsoftsecuritydevops|veracode|checkmarx\w*|owaspzap\w*|gitleaks|semgrep|fortify\w*|componentgovernancecomponentdetection|codeql3000\w*)$/],
];

/** Orbs of CircleCI and pipes of Bitbucket, by their whole names without version. */
const orbs: readonly Component[] = [
  ['image', /^(?:\S*aws-ecr\/build[\w-]*|docker\/(?:publish|build|push)|\S*gcp-gcr\/build[\w-]*|\S*azure-acr\/build[\w-]*|\S*gcr\/build\S*|\S*artifact-registry\/\S*|atlassian\/aws-ecr-push-image|\S*google-gcr-push\S*)$/],
  ['deploys', /^(?:kubernetes\/\S*(?:update|apply|create)\S*|helm\/(?:upgrade|install)[\w-]*chart|aws-eks\/(?:update|deploy|install)\S*|gke\/\S*(?:rollout|publish)\S*|atlassian\/(?:kubectl-run|aws-eks-kubectl-run|google-gke-kubectl-run|azure-aks-\S+)|argocd\/\S*sync\S*|\S*helm-deploy)$/, 'kubernetes'],
  ['deploys', /^(?:aws-ecs\/(?:deploy|update|run)\S*|aws-elastic-beanstalk\/deploy|heroku\/(?:deploy|push)\S*|gcp-cloud-run\/\S*deploy\S*|cloudrun\/\S*deploy\S*|cloudfoundry\/\S*|azure-\S*deploy\S*|serverless-framework\/deploy|aws-serverless\/deploy|atlassian\/(?:aws-ecs-deploy|aws-elasticbeanstalk-\S+|aws-lambda-deploy|aws-code-deploy|heroku-deploy|google-cloud-run-deploy|google-app-engine-deploy|azure-web-apps\S*|firebase-deploy|aws-sam-deploy|aws-cloudformation-deploy))$/, 'platform'],
  ['deploys', /^atlassian\/(?:ssh-run|scp-deploy|rsync-deploy|ftp-deploy|sftp-deploy|trigger-ansible\S*)$/, 'server'],
  ['tests', /^(?:(?:node|maven|python|gradle|ruby|rails|php|go|cypress|cypress-io\/cypress)\/(?:test|run|rspec-test|run-tests|install-and-run-tests)\S*)$/],
  ['lints', /^(?:sonarcloud\/scan|sonarsource\/\S+|\S*eslint\S*|shellcheck\/check|\S*golangci-lint\S*|ruby\/rubocop\S*)$/],
  ['scans', /^(?:snyk\/\S+|anchore\/\S+|atlassian\/git-secrets-scan|\S*trivy\S*|checkov\/\S*|gitleaks\/\S*|aquasec\S*|whitesource\S*|\S*codeql\S*|atlassian\/snyk-scan|fossa\/\S+)$/],
];

/** Images of steps and plugins whose name tells what the step does. */
const images: readonly Component[] = [
  ['image', /(?:^|\/)(?:plugins\/(?:docker|kaniko\S*|ecr|gcr|gar|acr|heroku)|kaniko-project\/executor|drone-(?:docker|ecr|kaniko)\S*|plugin-(?:docker-buildx|kaniko)|plugin-docker|buildah|buildpacksio\/pack|k8s-skaffold\/pack)$/],
  ['deploys', /(?:^|\/)(?:drone-(?:kubectl|kubernetes|helm\d?|k8s)\S*|gke-deploy|plugin-(?:helm|kubectl|k8s\S*)|argocd\S*-sync|plugins\/helm\d?)$/, 'kubernetes'],
  ['deploys', /(?:^|\/)(?:plugins\/(?:cloudformation|cloudrun|gae|elastic-beanstalk|ecs)|drone-ecs-deploy|drone-cloud-run|drone-heroku)$/, 'platform'],
  ['deploys', /(?:^|\/)(?:drone-(?:ssh|scp|rsync|sftp|ansible)\S*|plugin-(?:ssh|scp|rsync|ansible)|plugins\/ansible)$/, 'server'],
  ['scans', /(?:^|\/)(?:aquasec\/trivy|trivy|snyk(?:-cli)?|grype|hadolint|gitleaks|trufflehog|semgrep|checkov|dependency-check(?:-\S+)?|zap2docker-\w+|zaproxy|clair\S*|kics|kubesec)$/],
  ['lints', /(?:^|\/)(?:sonar-scanner-cli|golangci-lint|plugin-(?:eslint|golangci\S*)|drone-sonar\S*|super-linter|megalinter\S*|shellcheck\S*)$/],
];

function named(name: string, table: readonly Component[]): readonly Done[] {
  const plain = name.toLowerCase();
  return table.flatMap(([does, pattern, to]) => (pattern.test(plain) ? [{ does, ...(to ? { to } : {}), via: name }] : []));
}

/** A name without version, digest or tag. */
function unversioned(name: string): string {
  return name.trim().replace(/^docker:\/\//, '').replace(/[@](?:sha256:)?[\w.\-/]+$/, '').replace(/:[\w.-]+$/, '');
}

/** What an action does by its `uses`; images named with `docker://` are told by the image. */
export function actionWork(uses: string): readonly Done[] {
  return uses.startsWith('docker://') ? imageWork(uses) : named(unversioned(uses), actions);
}

/** What a task of Azure Pipelines does by its name. */
export function taskWork(task: string): readonly Done[] {
  return named(unversioned(task).replace(/^.*\./, ''), tasks);
}

/** What a command or job of an orb, or a pipe, does by its name. */
export function orbWork(name: string): readonly Done[] {
  return named(unversioned(name), orbs);
}

/** What a step does by the image that it runs. */
export function imageWork(image: string): readonly Done[] {
  return named(unversioned(image), images);
}

/** Actions that start a cluster for tests in the job. */
export function startsCluster(uses: string): boolean {
  return /^(?:helm\/kind-action|engineerd\/setup-kind|(?:medyagh|manusa)\/(?:setup-minikube|actions-setup-minikube)|container-tools\/kind-action|nolar\/setup-k3d-k3s|absaoss\/k3d-action|balchua\/microk8s-actions|debianmaster\/actions-k3s|rinx\/setup-k3d|kubernetes-sigs\/kind|actions-setup-minikube|\S*setup-kind|\S*kind-action|\S*setup-minikube)$/.test(unversioned(uses).toLowerCase());
}
