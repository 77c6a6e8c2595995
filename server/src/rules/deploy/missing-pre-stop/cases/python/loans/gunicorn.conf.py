bind = "0.0.0.0:8080"
graceful_timeout = 120
