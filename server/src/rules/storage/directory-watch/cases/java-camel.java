package shop;

import org.apache.camel.builder.RouteBuilder;

class OrderRoute extends RouteBuilder {
    @Override
    public void configure() {
        // clean-next storage/directory-watch -- a queue
        from("jms:orders").to("bean:orders");
        // expect-next storage/directory-watch info {by=from}
        from("file:/inbox/orders?delete=true").to("bean:orders");
    }
}
