import tantivy

from .schema import build_schema


class Index:
    def __init__(self, path):
        if path is None:
            # clean-next state/local-search-index -- in memory, for tests
            self.index = tantivy.Index(build_schema())
        else:
            # expect-next state/local-search-index {library=Tantivy}
            self.index = tantivy.Index(build_schema(), path=str(path))

    def add(self, document):
        writer = self.index.writer()
        writer.add_document(document)
        writer.commit()
