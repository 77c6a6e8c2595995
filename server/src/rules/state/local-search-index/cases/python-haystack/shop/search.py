from whoosh import index
from whoosh.fields import ID, TEXT, Schema

schema = Schema(id=ID(stored=True), text=TEXT)


def rebuild(documents):
    # expect-next state/local-search-index warning {library=Whoosh}
    made = index.create_in("index", schema)
    writer = made.writer()
    for document in documents:
        writer.add_document(**document)
    writer.commit()
