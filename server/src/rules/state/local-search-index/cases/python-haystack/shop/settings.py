HAYSTACK_CONNECTIONS = {
    "default": {
        # expect-next state/local-search-index warning
        "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
        "PATH": "whoosh_index",
    },
    "solr": {
        # clean-next state/local-search-index -- a server
        "ENGINE": "haystack.backends.solr_backend.SolrEngine",
        "URL": "http://solr:8983/solr",
    },
}
