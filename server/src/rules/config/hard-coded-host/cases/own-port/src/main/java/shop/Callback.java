package shop;

import org.springframework.web.util.UriComponentsBuilder;

public class Callback {
    public String toSelf(String port, String id) {
        // clean-next config/hard-coded-host -- the application calls itself at the port it is given
        return UriComponentsBuilder.newInstance().scheme("http").host("localhost").port(port).path("/jobs/" + id).toUriString();
    }

    public String toMaps(String id) {
        // expect-next config/hard-coded-host
        return UriComponentsBuilder.newInstance().scheme("http").host("localhost").port(9090).path("/maps/" + id).toUriString();
    }
}
