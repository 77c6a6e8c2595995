*DOMAIN
shop

*NODE
web1    WEBTOBDIR = "/home/webtob", PORT = "80", JSVPORT = 9900

*SVRGROUP
# clean-next state/sticky-load-balancing -- pages and pictures
htmlg   NODENAME = "web1", SVRTYPE = HTML
# expect-next state/sticky-load-balancing info {via=SVRTYPE = JSV}
jsvg    NODENAME = "web1", SVRTYPE = JSV

*SERVER
MyGroup SVGNAME = jsvg, MinProc = 10, MaxProc = 10
