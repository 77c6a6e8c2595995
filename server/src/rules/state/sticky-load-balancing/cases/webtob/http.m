*DOMAIN
shop

*NODE
web1
    WEBTOBDIR = "/home/webtob",
    PORT = "80",
    JSVPORT = 9900

*SVRGROUP
htmlg   SVRTYPE = HTML
# clean-next state/sticky-load-balancing -- told at the rule of the proxy
jsvg    SVRTYPE = JSV

*SERVER
MyGroup SVGNAME = jsvg, MinProc = 10, MaxProc = 10

*REVERSE_PROXY_GROUP
shopG
    PathPrefix = "/",
    #SessionIDCookieKey = "JSESSIONID",
    # expect-next state/sticky-load-balancing warning {balancer=WebtoB, via=WBRoutingCookieKey}
    WBRoutingCookieKey = "W2BRID"

*REVERSE_PROXY
shop1
    ServerAddress = "10.1.2.3:8080",
    ReverseProxyGroupName = "shopG"
shop2
    ServerAddress = "10.1.2.4:8080",
    ReverseProxyGroupName = "shopG"
