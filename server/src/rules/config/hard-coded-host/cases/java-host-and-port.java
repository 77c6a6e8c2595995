package org.acme.shop;

class Measures {
    StatsClient stats() {
        // expect-next config/hard-coded-host warning {host=localhost}
        return new PlainStatsClient("shop", "localhost", 8125);
    }

    StatsClient configured(Settings settings) {
        // clean-next config/hard-coded-host -- the port is found out, so what listens there is this process's own
        return new PlainStatsClient("shop", "localhost", settings.port());
    }

    Rule rule() {
        // clean-next config/hard-coded-host -- a rule of the application, which calls no one
        return new HostRule("local", "localhost", 10);
    }
}
