package kr.co.shop;

import javax.ws.rs.GET;
import javax.ws.rs.Path;

@Path("/pingService/")
public interface PingService {
    @GET
    @Path( "ping" )
    String ping();
}
