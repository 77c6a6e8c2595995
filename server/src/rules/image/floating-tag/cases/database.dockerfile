# expect-next image/floating-tag warning -- no fix is offered: the tag has to match the data
FROM postgres
