# expect-next platform/vendor-api warning {vendor=WebtoB, name=http.m}
*DOMAIN
webtob1

*NODE
web1 WEBTOBDIR="/home/webtob", SHMKEY=54000, DOCROOT="/home/webtob/docs", PORT="8080", JSVPORT=9900

*SVRGROUP
jsvg NODENAME="web1", SVRTYPE=JSV

*SERVER
# clean-next platform/vendor-api -- told once for the file
shop SVGNAME=jsvg, MinProc=2, MaxProc=10
