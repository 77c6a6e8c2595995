package shop;

import java.net.URI;

class Orders {
    URI users() {
        // clean-next config/hard-coded-host -- a service that discovery resolves
        return URI.create("http://user-service/api/v1/users");
    }

    URI legacy() {
        // expect-next config/hard-coded-host warning {host=intra}
        return URI.create("http://intra:8080/users");
    }
}
