/**
 * Everything that the server reads, as patterns of the editor; what an editor calls the language of a file does not matter.
 * Braces within braces match nothing at all in VS Code.
 */
export const patterns: readonly string[] = [
  '**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,java,kt,py,cs,cshtml,razor,aspx,ascx,asax,ashx,asmx,master,php,go,jsp,jspf,jspx,tag,tagx}',
  '**/*.{xml,xmi,yaml,yml,json,properties,gradle,toml,config,csproj,vbproj,fsproj,props,targets,ini,cfg,conf,service,sh,cli,cron,crontab,vhost,nginx,dockerfile,containerfile}',
  '**/*.{conf,cfg}.{template,tmpl,tpl,j2,erb}',
  '**/{Dockerfile,Containerfile,Pipfile,Procfile,crontab*,cron,cronfile,go.mod,http.m,.env}',
  '**/cron{job,jobs,-job,-jobs,_job,_jobs,jobs.txt,job.txt}',
  '**/{Dockerfile,Containerfile,.env}.*',
  '**/*.gradle.kts',
  '**/{requirements,constraints}*.txt',
  '**/requirements/*.txt',
  '**/*{-,_}{cron,crontab}',
  '**/{cron,crons,cron.d,crontab,crontabs,sites-available,sites-enabled}/*',
];
