import faiss

# clean-next state/local-search-index -- comes with the image and is only read
vectors = faiss.read_index("vectors.faiss")
