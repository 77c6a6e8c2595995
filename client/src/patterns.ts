/** Everything that the server reads, as patterns of the editor; what an editor calls the language of a file does not matter. */
export const patterns: readonly string[] = [
  '**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,java,kt,py,cs,cshtml,razor,aspx,ascx,asax,ashx,asmx,master,php,go,jsp,jspf,jspx,tag,tagx}',
  '**/*.{xml,xmi,yaml,yml,json,properties,gradle,toml,config,csproj,vbproj,fsproj,props,targets,ini,cfg,conf,service,sh,cli,cron,crontab,vhost,nginx,dockerfile,containerfile}',
  '**/*.{conf,cfg}.{template,tmpl,tpl,j2,erb}',
  '**/{Dockerfile,Containerfile,Pipfile,Procfile,crontab*,cron,cron{job,jobs,-job,-jobs,_job,_jobs,file,jobs.txt,job.txt},go.mod,http.m,.env}',
  '**/{Dockerfile,Containerfile,.env}.*',
  '**/*.gradle.kts',
  '**/{requirements,constraints}*.txt',
  '**/requirements/*.txt',
  '**/*{-,_}{cron,crontab}',
  '**/{cron,crons,cron.d,crontab,crontabs,sites-available,sites-enabled}/*',
];
