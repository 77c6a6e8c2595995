def docs():
    """Try http://localhost:8000/docs for the list."""
    # clean-next config/hard-coded-host -- a public address
    return "https://example.com/docs"
