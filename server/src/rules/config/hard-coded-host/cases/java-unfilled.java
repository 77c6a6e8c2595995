package kr.co.shop.login;

import java.net.InetSocketAddress;
import java.net.Proxy;

class SocialLogins {
    AuthRequest of(String source, Settings settings) {
        switch (source) {
            case "mail":
                return new AuthMailRequest(AuthConfig.builder()
                    .clientId("")
                    .clientSecret("")
                    // expect-next config/hard-coded-host info {host=localhost}
                    .redirectUri("http://localhost:8443/oauth/callback/mail")
                    .build());
            case "code":
                return new AuthCodeRequest(AuthConfig.builder()
                    .clientId("")
                    .clientSecret("")
                    .httpConfig(HttpConfig.builder()
                        // clean-next config/hard-coded-host -- the first unfilled branch of the file stands for all
                        .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 10080)))
                        .build())
                    .build());
            default:
                return new AuthShopRequest(AuthConfig.builder()
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    // expect-next config/hard-coded-host warning {host=localhost}
                    .redirectUri("http://localhost:8443/oauth/callback/shop")
                    .build());
        }
    }
}
